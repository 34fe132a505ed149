// Carries questions to the authenticator and its answers back, for signing in and for a new passkey. Without this file, or in a
// browser without passkeys, the page works with the password as before: the form stays hidden.
"use strict";
(() => {
  const form = document.querySelector("form[data-passkey]");
  if (!form || !window.PublicKeyCredential) return;
  const said = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  form.hidden = false;

  const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) => btoa(Array.from(new Uint8Array(buffer), (b) => String.fromCharCode(b)).join("")).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list || []).map((key) => ({ ...key, id: bytes(key.id) }));

  const made = async (asked) => {
    const options = { ...asked, challenge: bytes(asked.challenge), user: { ...asked.user, id: bytes(asked.user.id) }, excludeCredentials: known(asked.excludeCredentials) };
    const key = await navigator.credentials.create({ publicKey: options });
    const response = { clientDataJSON: text(key.response.clientDataJSON), attestationObject: text(key.response.attestationObject) };
    return { id: key.id, rawId: text(key.rawId), type: key.type, response };
  };

  const found = async (asked) => {
    const options = { ...asked, challenge: bytes(asked.challenge), allowCredentials: known(asked.allowCredentials) };
    const key = await navigator.credentials.get({ publicKey: options });
    const { clientDataJSON, authenticatorData, signature, userHandle } = key.response;
    const response = { clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature), userHandle: userHandle && text(userHandle) };
    return { id: key.id, rawId: text(key.rawId), type: key.type, response };
  };

  // The question of a sign-in is asked for at the press: it is good for minutes, and a page may lie open for days.
  const question = async () => {
    if (form.dataset.options) return JSON.parse(form.dataset.options);
    const answer = await fetch(form.dataset.begin, { method: "POST", body: new URLSearchParams({ csrf: form.elements.csrf.value }) });
    if (!answer.ok) throw new TypeError(`answered ${answer.status}`);
    const { options, kept } = await answer.json();
    form.elements.kept.value = kept;
    return options;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    said.textContent = "";
    try {
      const { publicKey } = await question();
      const answer = form.dataset.passkey === "create" ? await made(publicKey) : await found(publicKey);
      form.elements.answer.value = JSON.stringify(answer);
      form.submit();
    } catch (fault) {
      button.disabled = false;
      said.textContent = fault instanceof DOMException ? said.dataset.none : said.dataset.down;
    }
  });
})();
