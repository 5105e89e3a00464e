// Shows new pages as soon as they are made, and what is wrong above those that stand. Only the page in sight keeps a
// connection: a browser has six of them for all its tabs.
(() => {
  "use strict";
  const { events, number, source } = document.currentScript.dataset;
  let connection;

  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };

  const show = (problem) => {
    document.querySelector(".preview-problem")?.remove();
    if (!problem) return;
    const box = element("section", "preview-problem", "");
    box.setAttribute("role", "alert");
    const close = element("button", "", "×");
    close.setAttribute("aria-label", "Luk / Close");
    close.addEventListener("click", () => box.remove());
    box.append(close, element("strong", "", problem.heading), element("pre", "", problem.text));
    document.body.append(box);
  };

  const hear = () => {
    if (document.hidden) {
      connection?.close();
      connection = undefined;
      return;
    }
    if (connection) return;
    connection = new EventSource(`${events}?${location.pathname}`);
    connection.onmessage = (message) => {
      const state = JSON.parse(message.data);
      // A reload keeps the place on the page.
      if (String(state.number) !== number) location.reload();
      else show(state.problem);
    };
    // A server that was started anew has another address for this; the page of the old one is looked for until it is there.
    connection.onerror = () => {
      if (connection?.readyState !== EventSource.CLOSED) return;
      connection = undefined;
      setTimeout(() => location.reload(), 1000);
    };
  };

  addEventListener("DOMContentLoaded", () => {
    if (source) document.body.append(element("p", "preview-source", source));
    hear();
  });
  document.addEventListener("visibilitychange", hear);
  addEventListener("pagehide", () => connection?.close());
})();
