//! The threads that the worker runs on. They step back for those that answer visitors: a mail can wait a moment, somebody at the form
//! does not. It must not know what the worker does.

use std::io;

use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::Worker;

/// How far they step back: the system gives them about a tenth of a core that somebody else wants too, and all of one that nobody does
/// (the nice value of POSIX; Linux keeps it for each thread).
#[cfg(target_os = "linux")]
const STEP_BACK: i32 = 10;

/// Threads of the worker's own, as many as there are cores. Whatever still runs on them when it is dropped is left behind.
pub struct Background {
    handle: Handle,
    /// Taken when dropped.
    runtime: Option<Runtime>,
}

impl Background {
    /// Starts them.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn start() -> io::Result<Self> {
        let runtime = Builder::new_multi_thread().enable_all().thread_name("worker").on_thread_start(step_back).build()?;
        Ok(Self { handle: runtime.handle().clone(), runtime: Some(runtime) })
    }

    /// Lets a worker work until told to stop.
    pub fn run(&self, worker: Worker, stop: watch::Receiver<bool>) -> JoinHandle<()> {
        self.handle.spawn(worker.run(stop))
    }
}

impl Drop for Background {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            // It may be dropped by a task, which must not wait for others.
            runtime.shutdown_background();
        }
    }
}

fn step_back() {
    #[cfg(target_os = "linux")]
    if let Err(e) = rustix::process::nice(STEP_BACK) {
        tracing::warn!(error = %e, "the worker's threads cannot step back for those that answer visitors");
    }
}
