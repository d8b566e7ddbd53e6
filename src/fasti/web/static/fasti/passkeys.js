/* Passkeys need scripts: their buttons show where the browser knows passkeys, and what fails is said on the page. */
"use strict";
(() => {
  if (window.PublicKeyCredential) document.querySelectorAll("[data-passkey]").forEach((button) => { button.hidden = false; });
  document.addEventListener("allauth.error", (e) => {
    const note = document.getElementById("key-failed");
    if (!note) return;
    e.preventDefault();
    note.hidden = false;
    note.focus();
  });
})();
