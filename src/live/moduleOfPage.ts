/**
 * The address of a module that the page has loaded for its own cells, by the module's path from the site's root
 * (`/chapters/adam/words.js`); the build puts a hash into the file's name.
 */
export const moduleOfPage = (path: string): string | undefined =>
  [...document.querySelectorAll<HTMLLinkElement>("link[rel=modulepreload]")]
    .map(({href}) => href)
    .find((href) => sourcePath(href) === path);

const sourcePath = (href: string): string =>
  new URL(href).pathname.replace(/^.*\/_import(?=\/)/, "").replace(/\.[\da-f]{8}(?=\.js$)/, "");
