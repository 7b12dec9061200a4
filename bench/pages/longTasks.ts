import type {Page} from "playwright-core";

const notes = `
  globalThis.longTasks = [];
  new PerformanceObserver((list) => longTasks.push(...list.getEntries()
    .map(({startTime, duration}) => ({start: startTime, duration}))))
    .observe({type: "longtask", buffered: true});
  globalThis.firstView = NaN;
  new MutationObserver((_, observer) => {
    if (!document.querySelector("svg.view :is(path[d], circle)")) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => (firstView = performance.now())));
  }).observe(document, {subtree: true, childList: true, attributes: true});
`;

/** Notes from the first moment when the first view is painted, and every task of more than 50 ms. */
export const watch = (page: Page): Promise<unknown> => page.addInitScript(notes);

/** The longest of the tasks that began since a time of the page; 0 where none took more than 50 ms. */
export const longestSince = (page: Page, since: number): Promise<number> =>
  page.evaluate(
    `Math.max(0, ...longTasks.filter(({start}) => start >= ${since}).map(({duration}) => duration))`
  );
