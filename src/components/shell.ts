import {select, selectAll} from "d3-selection";

/** Where the light/dark choice is kept; without a choice the page follows the system. */
const themeKey = "descent:theme";

const root = document.documentElement;
const systemIsDark = (): boolean => matchMedia("(prefers-color-scheme: dark)").matches;
const theme = (): string => root.dataset.theme ?? (systemIsDark() ? "dark" : "light");

function chooseTheme(): void {
  const chosen = theme() === "dark" ? "light" : "dark";
  root.dataset.theme = chosen;
  try {
    localStorage.setItem(themeKey, chosen);
  } catch {
    // Storage may be forbidden: the choice then holds for this page only.
  }
}

/** The heading that the reader has scrolled to, so that the other language opens at the same place. */
function currentAnchor(): string {
  const passed = [...document.querySelectorAll<HTMLElement>("main :is(h2, h3)[id]")].filter(
    (heading) => heading.getBoundingClientRect().top < innerHeight / 2
  );
  return scrollY > 0 && passed.length ? `#${passed.at(-1)!.id}` : "";
}

select<HTMLButtonElement, unknown>(".switch-theme").property("hidden", false).on("click", chooseTheme);

select<HTMLAnchorElement, unknown>(".switch-language").on("click", function () {
  this.search = location.search;
  this.hash = currentAnchor();
});

/** Framework labels its copy buttons in English; they exist only once its client has run. */
if (root.lang === "zh")
  document.addEventListener("pointerover", ({target}) => {
    (target as Element).closest(".observablehq-pre-copy")?.setAttribute("title", "复制代码");
  });

/** A tap on a link in the opened map closes it, also where the link stays on this page. */
selectAll("#course-map a").on("click", () =>
  document.querySelector<HTMLElement>("#course-map:popover-open")?.hidePopover()
);
