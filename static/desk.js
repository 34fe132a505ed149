// The desk at the entrance. What it saw is written down on this device first and sent afterwards, each scan with a key of its own, until
// the server has answered it: no network, a lost answer, a closed tab lose nothing and double nothing. Names lie on the device only
// encrypted, by a key that no script can read and that never leaves it, until the event is over or somebody signs out.
"use strict";
(async () => {
  const desk = document.getElementById("desk");
  if (!desk) return;
  const $ = (id) => document.getElementById(id);
  const words = {};
  for (const line of $("words").children) words[line.dataset.k] = line.textContent;
  const tell = (key, values = {}) => (words[key] || key).replace(/#(\w+)/g, (_, name) => values[name] ?? "");
  const { event: slug, roster: rosterAt, scans: scansAt, csrf } = desk.dataset;
  if (!window.crypto?.subtle || !window.indexedDB) return void ($("net").textContent = tell("insecure"));

  // ---- what lies on the device
  const asked = (request) => new Promise((resolve, reject) => { request.onsuccess = () => resolve(request.result); request.onerror = () => reject(request.error); });
  const open = indexedDB.open(`desk:${slug}`, 1);
  open.onupgradeneeded = () => { open.result.createObjectStore("kept"); open.result.createObjectStore("queue", { autoIncrement: true }); };
  const db = await asked(open);
  const store = (name, mode = "readonly") => db.transaction(name, mode).objectStore(name);
  const kept = (name) => asked(store("kept").get(name));
  const keep = (name, value) => asked(store("kept", "readwrite").put(value, name));
  const forget = (name) => asked(store("kept", "readwrite").delete(name));
  // Its key is asked for each time: another page of this desk may have turned it.
  const newKey = () => crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const alone = (work) => (navigator.locks ? navigator.locks.request(`desk-key:${slug}`, work) : work());
  await alone(async () => { if (!(await kept("key"))) await keep("key", await newKey()); });
  let device = await kept("device");
  if (!device) {
    device = `desk-${crypto.randomUUID().slice(0, 6)}`;
    await keep("device", device);
  }
  const seal = async (what) => {
    const iv = crypto.getRandomValues(new Uint8Array(12));
    return { iv, data: await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await kept("key"), new TextEncoder().encode(JSON.stringify(what))) };
  };
  const unseal = async (box) => JSON.parse(new TextDecoder().decode(await crypto.subtle.decrypt({ name: "AES-GCM", iv: box.iv }, await kept("key"), box.data)));

  // ---- who is known
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  let people = [], byCode = new Map(), byRef = new Map(), list = "", here = "", closes = 0, mayAdd = false;
  let offset = (await kept("offset")) || 0;
  const mine = new Set(); // who came in here and was not sent yet
  const learn = (rows) => {
    people = rows.map(([ref, code, name, organisation, sector, state, online]) => ({ ref, code, name, organisation, sector, state, online, in: false, fold: fold(`${name} ${organisation}`) }));
    byCode = new Map(people.map((person) => [person.code, person]));
    byRef = new Map(people.map((person) => [person.ref, person]));
  };
  const present = (refs) => { const in_ = new Set(refs); people.forEach((person, at) => { person.in = in_.has(at) || mine.has(person.ref); }); };
  const takeRoster = async (answer) => {
    if (isLeaving) return;
    closes = answer.closes; mayAdd = answer.may_add;
    if (answer.people) { list = answer.list; learn(answer.people); }
    if (answer.in) { here = answer.here; present(answer.in); }
    if (answer.people || answer.in) {
      const rows = people.map((p) => [p.ref, p.code, p.name, p.organisation, p.sector, p.state, p.online]);
      const box = await seal({ people: rows, in: people.flatMap((p, at) => (p.in ? [at] : [])), list, here, may_add: mayAdd });
      if (!isLeaving) await keep("roster", { ...box, closes });
    }
  };
  let isLeaving = false;
  const wipe = async () => { await forget("roster"); learn([]); list = here = ""; };
  // Nothing of it is to be read again, not even from a copy of the disk, once what waits to be sent is gone.
  const lose = async () => {
    await wipe();
    await forget("notes");
    await alone(async () => { if (!(await asked(store("queue").count()))) await keep("key", await newKey()); });
  };
  const box = await kept("roster");
  if (box && Date.now() + offset >= box.closes) await lose();
  else if (box) { const old = await unseal(box).catch(() => null); if (old) { await takeRoster({ ...old, closes: box.closes }); } }

  // ---- what is said, and how it sounds
  let audio = null, isQuiet = false;
  const SOUNDS = { in: [[660, 90], [880, 140]], no_seat: [[520, 160], [520, 160]], already: [[440, 90], [440, 90], [440, 90]], withdrawn: [[330, 160], [262, 260]], not_counted: [[330, 160], [349, 160]], unknown: [[294, 420]], other_event: [[392, 120], [294, 120], [392, 120], [294, 200]], altered: [[220, 120], [233, 120], [220, 240]], foreign: [[196, 360]], late: [[587, 80], [440, 160]] };
  const sound = (kind) => {
    if (isQuiet || !window.AudioContext) return;
    audio ||= new AudioContext();
    if (audio.state === "suspended") audio.resume();
    let at = audio.currentTime + 0.02;
    for (const [pitch, ms] of SOUNDS[kind] || SOUNDS.unknown) {
      const tone = audio.createOscillator(), loud = audio.createGain();
      tone.frequency.value = pitch; tone.type = kind === "in" ? "sine" : "square";
      loud.gain.setValueAtTime(0.12, at); loud.gain.setTargetAtTime(0, at + ms / 1000, 0.015);
      tone.connect(loud).connect(audio.destination); tone.start(at); tone.stop(at + ms / 1000 + 0.1);
      at += ms / 1000 + 0.06;
    }
  };
  const TONE = { in: "good", no_seat: "wait", already: "wait", late: "wait" };
  const say = (kind, values = {}) => {
    const said = $("said");
    said.className = `said ${TONE[kind] || "stop"} ${kind}`;
    said.dataset.kind = kind;
    said.textContent = "";
    said.append(Object.assign(document.createElement("strong"), { textContent: values.name || tell(`title-${kind}`) }), " ", tell(`say-${kind}`, values));
    sound(kind);
  };
  const clock = (ms) => new Date(ms).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit", timeZone: "Europe/Brussels" });
  let notes = (await kept("notes").then((n) => (n ? unseal(n) : [])).catch(() => []));
  const drawNotes = () => {
    $("notes").replaceChildren(...notes.map((note) => Object.assign(document.createElement("li"), { textContent: note })));
    $("noted").hidden = !notes.length;
  };
  const note = async (text) => { notes = [text, ...notes].slice(0, 100); await keep("notes", await seal(notes)); drawNotes(); };
  const draw = async () => {
    for (const row of $("counts").querySelectorAll("[data-sector]")) {
      const of = people.filter((person) => !row.dataset.sector || person.sector === row.dataset.sector);
      const seats = of.filter((person) => person.state === "confirmed" && !person.online);
      row.querySelector(".expected").textContent = seats.length;
      row.querySelector(".in").textContent = of.filter((person) => person.in).length;
    }
    $("add").hidden = !mayAdd;
    const left = await asked(store("queue").count());
    $("net").className = `net ${link === "up" ? "good" : "wait"}`;
    $("net").dataset.link = link;
    $("net").dataset.left = left;
    $("net").textContent = tell(`net-${link}`) + (left ? ` ${tell("net-left", { n: left })}` : "");
  };

  // ---- sending
  let link = "wait", pause = 0, timer = 0, isSending = false;
  const post = async (to, fields) => {
    const sent = Date.now();
    const answer = await fetch(to, { method: "POST", redirect: "manual", body: new URLSearchParams({ csrf, ...fields }), signal: AbortSignal.timeout(15000) });
    if (answer.type === "opaqueredirect" || answer.status === 422) throw Object.assign(new Error("signed out"), { link: "out" });
    if (answer.status === 403 || answer.status === 404 || answer.status === 409) throw Object.assign(new Error("refused"), { link: "refused", isOver: answer.status !== 409 });
    if (!answer.ok) throw Object.assign(new Error(answer.status), { link: "down" });
    const told = await answer.json();
    offset = Math.round(told.now - (sent + Date.now()) / 2);
    await keep("offset", offset);
    return told;
  };
  const first = async (most) => {
    const found = [], read = [];
    await new Promise((resolve, reject) => {
      const walk = store("queue").openCursor();
      walk.onerror = () => reject(walk.error);
      walk.onsuccess = () => { const at = walk.result; if (!at) return resolve(); found.push([at.key, at.value]); at.continue(); };
    });
    for (const [at, box] of found) {
      if (read.length === most) break;
      // One that cannot be read stays, is counted as not sent, and holds up no other.
      const scan = await unseal(box).catch(() => null);
      if (scan) read.push([at, scan]);
    }
    return read;
  };
  const answered = async (result, scan) => {
    const person = byRef.get(result.ref), name = result.name || scan.shown || "";
    const values = { name, at: result.at ? clock(result.at) : "", device: result.device || "" };
    const isNow = Date.now() - scan.at < 4000 && result.outcome !== scan.told;
    if (person) person.in = ["in", "no_seat", "already"].includes(result.outcome) || person.in && result.outcome === "key_reused";
    if (result.ref) mine.delete(result.ref);
    if (result.outcome === "in" || result.outcome === scan.told) return;
    if (isNow) say(result.outcome, values);
    else sound("late");
    // Whoever was not added is still to be: what was typed stays here until somebody has dealt with it.
    const typed = scan.walk_in && !result.ref ? ` (${scan.walk_in.email}, ${scan.walk_in.organisation}, ${scan.walk_in.sector})` : "";
    await note(`${clock(scan.at + scan.offset)} ${name}${typed} ${tell(`say-${result.outcome}`, values)}`);
  };
  const send = async () => {
    for (let batch = await first(50); batch.length; batch = await first(50)) {
      const scans = batch.map(([, { key, at, offset: off, pass, person, walk_in }]) => ({ key, at, offset: off, pass, person, walk_in }));
      const told = await post(scansAt, { device, scans: JSON.stringify(scans) });
      const by = new Map(told.results.map((result) => [result.key, result]));
      for (const [at, scan] of batch) {
        const result = by.get(scan.key);
        if (!result) continue;
        await answered(result, scan);
        await asked(store("queue", "readwrite").delete(at));
      }
    }
  };
  const refresh = async () => { if (!isLeaving) await takeRoster(await post(rosterAt, { list, here, device })); };
  const work = async () => {
    clearTimeout(timer);
    if (isSending) return void (timer = setTimeout(work, 300));
    isSending = true;
    try {
      await send();
      await refresh();
      [link, pause] = ["up", 15000];
    } catch (fault) {
      link = fault.link || "down";
      // Whose sign-in or role is over has no business with names; what was not sent stays.
      if (link === "out" || fault.isOver) await wipe();
      pause = Math.min(Math.max(pause === 15000 ? 0 : pause * 2, 1000), 20000);
    }
    isSending = false;
    if (closes && Date.now() + offset >= closes && people.length) { await lose(); notes = []; drawNotes(); }
    await draw();
    find();
    timer = setTimeout(work, pause);
  };
  const turn = navigator.locks ? () => navigator.locks.request(`desk:${slug}`, work) : work;

  // ---- what comes in
  const queue = async (what, person, shown, told) => {
    const scan = { key: `${device}/${crypto.randomUUID()}`, at: Date.now(), offset, shown, told, ...what };
    await alone(async () => {
      const box = await seal(scan);
      await asked(store("queue", "readwrite").add(box));
    });
    if (person) { mine.add(person.ref); person.in = true; }
    await draw();
    turn();
  };
  const arrive = async (what, person) => {
    if (person.in) return say("already", { name: person.name, at: "", device: "" });
    if (person.state === "withdrawn") return say("withdrawn", { name: person.name });
    const kind = person.state === "confirmed" ? "in" : "no_seat";
    say(kind, { name: person.name, organisation: person.organisation });
    await queue(what, person, person.name, kind);
  };
  const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const fits = (code) => {
    const double = (value) => (value << 1) ^ (value & 16 ? 37 : 0);
    const values = Array.from(code, (sign) => SIGNS.indexOf(sign));
    return values.slice(0, 11).reduce((sum, value) => double(sum ^ value), 0) === values[11];
  };
  // A pass, as its square says it or as it was typed; null when it is none of ours.
  const pass = (text) => {
    const square = /^QD1-(.*)-([^-]*)$/.exec(text.trim().toUpperCase()), typed = (square ? square[2] : text).toUpperCase().replace(/[-\s]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
    const isCode = typed.length === 12 && Array.from(typed).every((sign) => SIGNS.includes(sign));
    if (!square && (!isCode || !fits(typed))) return isCode && /\d/.test(typed) ? { kind: "altered" } : null;
    if (!isCode || !fits(typed)) return { kind: "altered" };
    if (square && square[1] !== slug.toUpperCase()) return { kind: "other_event" };
    return { code: typed };
  };
  const shown = async (found) => {
    if (found.kind) return say(found.kind);
    const person = byCode.get(found.code);
    if (person) return arrive({ pass: found.code }, person);
    say("unknown");
    await queue({ pass: found.code }, null, found.code.replace(/(.{4})(?=.)/g, "$1-"), "unknown");
  };

  // ---- the field: codes, names, hardware scanners
  const box_ = $("q"), found = $("found");
  let hits = [];
  const find = () => {
    const asks = fold(box_.value.trim()).split(/\s+/).filter(Boolean);
    hits = asks.join("").length < 3 || pass(box_.value) ? [] : people.filter((person) => asks.every((word) => person.fold.includes(word)));
    hits.sort((a, b) => a.in - b.in || a.fold.localeCompare(b.fold));
    found.replaceChildren(...hits.slice(0, 12).map((person) => {
      const button = Object.assign(document.createElement("button"), { type: "button", className: `person${person.in ? " here" : ""}` });
      const state = person.in ? tell("is-in") : person.state === "confirmed" ? "" : tell(`state-${person.state}`);
      button.append(Object.assign(document.createElement("strong"), { textContent: person.name }), Object.assign(document.createElement("span"), { textContent: [person.organisation, state].filter(Boolean).join(" · ") }));
      button.addEventListener("click", () => { clear(); arrive({ person: person.ref }, person); });
      const line = document.createElement("li");
      line.append(button);
      return line;
    }));
    $("hits").textContent = asks.join("").length < 3 ? "" : tell("hits", { n: hits.length });
  };
  const clear = () => { box_.value = ""; find(); if (matchMedia("(pointer: fine)").matches) box_.focus(); };
  box_.addEventListener("input", find);
  box_.form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = box_.value.trim(), known = pass(text);
    if (known) { clear(); return void shown(known); }
    find();
    if (hits.length === 1) { const person = hits[0]; clear(); return void arrive({ person: person.ref }, person); }
    if (hits.length) return void found.querySelector("button").focus();
    if (text.length >= 3) say(/[:/]|^QD/i.test(text) ? "foreign" : "nobody");
    box_.select();
  });

  // ---- who is not on the list
  $("walk").addEventListener("submit", async (event) => {
    event.preventDefault();
    const form = event.target, value = (name) => form.elements[name].value.trim();
    const walk_in = { name: value("name"), email: value("email"), organisation: value("organisation"), sector: event.submitter?.value };
    if (!walk_in.name || !walk_in.email || !walk_in.organisation || !walk_in.sector) return;
    say("added", { name: walk_in.name });
    await queue({ walk_in }, null, walk_in.name, "added");
    form.reset();
    $("add").open = false;
    clear();
  });

  // ---- the camera
  const eye = $("eye"), film = $("film");
  const canSee = "BarcodeDetector" in window && !!navigator.mediaDevices?.getUserMedia;
  $("blind").hidden = canSee;
  eye.hidden = !canSee;
  let stream = null, last = ["", 0];
  const look = async (detector) => {
    if (!stream) return;
    for (const { rawValue } of await detector.detect(film).catch(() => [])) {
      if (rawValue === last[0] && Date.now() - last[1] < 4000) continue;
      last = [rawValue, Date.now()];
      await shown(pass(rawValue) || { kind: "foreign" });
    }
    setTimeout(() => look(detector), 150);
  };
  eye.addEventListener("click", async () => {
    if (stream) { stream.getTracks().forEach((track) => track.stop()); stream = null; }
    else {
      try { stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } }); } catch { return say("no_camera"); }
      film.srcObject = stream;
      await film.play();
      look(new BarcodeDetector({ formats: ["qr_code"] }));
    }
    film.hidden = !stream;
    eye.setAttribute("aria-pressed", String(!!stream));
  });
  $("quiet").addEventListener("click", (event) => { isQuiet = !isQuiet; event.target.setAttribute("aria-pressed", String(isQuiet)); });
  $("clear").addEventListener("click", async () => { notes = []; await forget("notes"); drawNotes(); });

  // ---- leaving: names go, what was not sent stays, encrypted, until somebody signs in here again
  $("leave").addEventListener("submit", async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    await send().catch(() => {});
    // A look that is under way must not bring the names back.
    isLeaving = true;
    await lose();
    for (const name of await caches.keys()) if (name.startsWith("desk:")) await caches.delete(name);
    event.target.submit();
  });

  for (const scan of await first(1e6)) if (scan[1].person) mine.add(scan[1].person); else if (byCode.get(scan[1].pass)) mine.add(byCode.get(scan[1].pass).ref);
  for (const person of people) person.in ||= mine.has(person.ref);
  window.addEventListener("online", turn);
  window.addEventListener("offline", () => { link = "down"; draw(); });
  drawNotes();
  await draw();
  await turn();
  desk.dataset.ready = "yes";
  if ("serviceWorker" in navigator) navigator.serviceWorker.register(desk.dataset.worker, { scope: desk.dataset.scope }).then(() => navigator.serviceWorker.ready).then(() => { desk.dataset.offline = "yes"; }).catch(() => { $("net").title = tell("insecure"); });
})();
