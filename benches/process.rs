//! What a process costs, read from /proc: processor time (ticks of 10 ms) and resident memory.

use std::time::Duration;

/// Processor time of a process so far, user and system, all its threads.
pub fn cpu(pid: u32) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).expect("a running process");
    // The name in parentheses may hold anything; fields are counted after it.
    let fields: Vec<&str> = stat.rsplit_once(')').expect("a name").1.split_whitespace().collect();
    let ticks: u64 = [fields[11], fields[12]].iter().map(|f| f.parse::<u64>().expect("ticks")).sum();
    Duration::from_millis(ticks * 10)
}

/// Processor time of this process so far.
pub fn own_cpu() -> Duration {
    cpu(std::process::id())
}

/// Processor time of all processes of that name so far, those that ended included as far as their parent is one of them.
pub fn cpu_of_all(name: &str) -> Duration {
    let pids = std::fs::read_dir("/proc").expect("/proc").filter_map(|entry| entry.ok()?.file_name().to_str()?.parse::<u32>().ok());
    let ticks = pids.filter_map(|pid| {
        // It may have ended by now.
        let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        let (head, tail) = stat.rsplit_once(')')?;
        let fields: Vec<&str> = tail.split_whitespace().collect();
        let sum = || fields.get(11..15)?.iter().map(|f| f.parse::<u64>().ok()).sum::<Option<u64>>();
        if head.ends_with(&format!("({name}")) { sum() } else { None }
    });
    Duration::from_millis(ticks.sum::<u64>() * 10)
}

/// Waits until a process has used no processor time for half a second: what it does once, at its start, is over. At most 20 seconds.
pub fn settled(pid: u32) {
    let mut before = cpu(pid);
    for _ in 0..40 {
        std::thread::sleep(Duration::from_millis(500));
        let now = cpu(pid);
        if now == before {
            return;
        }
        before = now;
    }
}

/// Resident memory in MiB.
pub fn resident_mib(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).expect("a running process");
    let kib = status.lines().find_map(|l| l.strip_prefix("VmRSS:")).and_then(|l| l.trim().strip_suffix(" kB")?.trim().parse::<f64>().ok());
    kib.expect("VmRSS") / 1024.0
}
