/**
 * All that a page loads for its cells before the reader edits one.
 *
 * Framework's client knows a cell by a comment that stands in the page when it starts, right after this; so the
 * places for cells of the reader's own must be there by now.
 */
for (let i = 0; i < 64; ++i)
  document.body.append(document.createComment(`:${(0x11fe0000 + i).toString(16)}:`));

const root = document.documentElement;
/** Where the browser keeps the edits of this page, the same for both languages. */
const pageKey = `descent:edits:${location.pathname.replace(/\/(?:en|zh)\//, "/").replace(/(?:index)?(?:\.html)?$/, "")}`;

function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

const wake = (): void => {
  if (kept(pageKey) || location.hash.startsWith("#live="))
    void import("./live.js").then(({live}) => live(pageKey));
};

if (document.querySelector(".live-cell")) {
  root.classList.add("live");
  document.addEventListener("click", async ({target}) => {
    const button = (target as Element).closest<HTMLElement>(".live-edit");
    const cell = button?.closest(".live-cell");
    if (!button || !cell) return;
    button.ariaBusy = "true";
    try {
      const {live} = await import("./live.js");
      await (await live(pageKey))?.edit(cell);
    } catch (error) {
      console.error(error);
      button.textContent = button.dataset.failed!;
    }
  });
  addEventListener("hashchange", wake);
  wake();
}

/** The course home marks the exercises that are solved. */
for (const mark of document.querySelectorAll<HTMLElement>("[data-solved]"))
  mark.hidden = !kept("descent:exercises").includes(`"${mark.dataset.solved}"`);
