// Registers the service worker, says when the network is gone or a new edition has come, and lets
// a reader switch keeping the site off and on (docs/print/offline.md).
{
  const root = new URL("../../", document.currentScript.src);
  const CHOICE = "atlas-offline"; // "on", "off", or nothing yet
  const container = navigator.serviceWorker;
  const published = document.querySelector("link[rel=manifest]"); // not while editing, not from disk

  const chosen = () => {
    try {
      return localStorage.getItem(CHOICE);
    } catch {
      return "off"; // a browser that keeps nothing
    }
  };

  const notice = document.createElement("p");
  notice.className = "notice";
  notice.setAttribute("role", "status");
  const say = (text, action) => {
    notice.replaceChildren(text);
    if (action) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "md-button";
      button.textContent = action.label;
      button.addEventListener("click", action.run);
      notice.append(" ", button);
    }
    notice.hidden = !text;
  };

  const off = async () => {
    for (const registration of await container.getRegistrations()) {
      if (registration.scope === root.href) await registration.unregister();
    }
    for (const name of await caches.keys()) if (name.startsWith("atlas-")) await caches.delete(name);
  };
  const on = () => container.register(new URL("sw.js", root), { scope: root.href });

  const panel = document.querySelector(".offline");
  const show = (state) => {
    if (!panel) return;
    const text = {
      on: "This browser keeps the site. It reads and searches without a network.",
      off: "Keeping is switched off in this browser.",
      coming: "This browser is fetching the site …",
      failed: "The site could not be kept whole. The next visit tries again.",
    }[state];
    panel.querySelector(".offline__state").textContent = text;
    const button = panel.querySelector("button");
    button.hidden = false;
    button.textContent = state === "off" ? "Keep the site for offline reading" : "Stop keeping and delete the copy";
    button.onclick = async () => {
      const next = state === "off" ? "on" : "off";
      localStorage.setItem(CHOICE, next);
      if (next === "off") await off().then(() => show("off"));
      else keep();
    };
  };

  const keep = async () => {
    show("coming");
    try {
      const registration = await on();
      const worker = registration.installing || registration.waiting || registration.active;
      const settled = () => show({ activated: "on", redundant: "failed" }[worker.state] || "coming");
      worker.addEventListener("statechange", settled);
      settled();
    } catch {
      show("failed");
    }
  };

  if (container && published && window.isSecureContext) {
    document.body.append(notice);
    notice.hidden = true;
    const away = () =>
      say(navigator.onLine ? "" : "You are offline and reading the copy this browser keeps.");
    if (container.controller) {
      window.addEventListener("online", away);
      window.addEventListener("offline", away);
      away();
      container.addEventListener("controllerchange", () => {
        if (chosen() !== "off")
          say("A new edition is here.", { label: "Show it", run: () => location.reload() });
      });
    }
    if (chosen() === "off") show("off");
    // Somebody who saves data is asked first: the button on the page on offline reading.
    else if (navigator.connection?.saveData && chosen() !== "on") show("off");
    else if (document.readyState === "complete") keep();
    else window.addEventListener("load", keep);
  }
}
