import {type Chapter, type Language, pagePath, parts, type Words} from "../src/course.js";
import {exerciseWords} from "../src/live/words.js";

/** What is said of a chapter that is not written yet. */
export const toCome: Words = {en: "to come", zh: "待写"};

/** The map of all chapters, for the home page: each with its description, those to come without a link. */
export function chapterMap(language: Language): string {
  const item = ({slug, title, description, ready, exercise}: Chapter): string => {
    const name = ready
      ? `<a href="${pagePath(language, slug)}">${title[language]}</a>`
      : `${title[language]} <small>${toCome[language]}</small>`;
    const solved = exercise ? solvedMark(exercise, language) : "";
    return `<li${ready ? "" : ' class="to-come"'}><strong>${name}</strong><span>${description[language]}</span>${solved}</li>`;
  };
  const sections = parts.map(
    ({title, chapters}) =>
      `<div><h3 class="part">${title[language]}</h3><ol>${chapters.map(item).join("")}</ol></div>`
  );
  return `<div class="chapter-map">${sections.join("")}</div>`;
}

/** Shown by the page's script to a reader who has solved the exercise. */
const solvedMark = (exercise: string, language: Language): string =>
  `<small class="solved" data-solved="${exercise}" hidden>✓ ${exerciseWords[language].solved}</small>`;
