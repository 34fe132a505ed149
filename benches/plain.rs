//! The bare limit of the web: the same server library answering from memory, in a process of its own.

use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::process::{Command, Stdio};
use std::time::Instant;

use actix_web::{App, HttpServer, web};

use crate::client::Client;
use crate::figures::{ms_each, rate};
use crate::process;

/// The argument that makes this program the bare server.
pub const COMMAND: &str = "--serve-plain";
/// About as long as an event page.
const OCTETS: usize = 12 * 1024;

/// What it does.
pub struct Bare {
    /// Answers a second.
    pub rate: f64,
    /// CPU of the server for each, in ms.
    pub cpu_ms: f64,
}

/// Measures so many requests over so many connections.
pub fn pages_per_second(connections: usize, count: usize) -> Bare {
    let program = std::env::current_exe().expect("this program");
    let mut process = Command::new(program).arg(COMMAND).stdin(Stdio::null()).stdout(Stdio::piped()).spawn().expect("the bare server");
    let mut line = String::new();
    BufReader::new(process.stdout.take().expect("its output")).read_line(&mut line).expect("its address");
    let address: SocketAddr = line.trim().parse().expect("an address");
    let (cpu, begun) = (process::cpu(process.id()), Instant::now());
    std::thread::scope(|scope| {
        for _ in 0..connections {
            scope.spawn(|| {
                let mut client = Client::new(address);
                (0..count.div_ceil(connections)).for_each(|_| drop(client.get("/").expect(200)));
            });
        }
    });
    let done = count.div_ceil(connections) * connections;
    let bare = Bare { rate: rate(done, begun.elapsed()), cpu_ms: ms_each(process::cpu(process.id()) - cpu, done) };
    let _ = process.kill();
    let _ = process.wait();
    bare
}

/// Is the bare server. Ends by being killed.
pub fn serve() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").expect("a free port");
    println!("{}", listener.local_addr().expect("an address"));
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async move {
        let text = web::Bytes::from(vec![b'x'; OCTETS]);
        let server = HttpServer::new(move || {
            let text = text.clone();
            App::new().route("/", web::get().to(move || std::future::ready(text.clone())))
        });
        server.listen(listener).expect("the listener").run().await.expect("the bare server");
    });
}
