import type {Language} from "../course.js";

type Sentence = (...parts: string[]) => string;

/** Messages of parsers, browsers and the runtime that say little to a reader, and what they mean. */
const meanings: readonly (readonly [RegExp, Readonly<Record<Language, Sentence>>])[] = [
  [
    /^(?:Can't find variable: ([\w$]+)|([\w$]+) is not defined)$/,
    {
      en: (name) => `Nothing here is called ${name}: check the spelling, or import it.`,
      zh: (name) => `这里没有叫 ${name} 的东西：检查拼写，或者先 import。`
    }
  ],
  [
    /^Assignment to external variable '(.+)'$/,
    {
      en: (name) => `${name} belongs to another cell, and a cell changes only what it declares itself.`,
      zh: (name) => `${name} 属于另一个单元，而单元只能改动自己声明的变量。`
    }
  ],
  [
    /^(?:Assignment to constant variable\.?|invalid assignment to const .+|Attempted to assign to readonly property\.?)$/,
    {
      en: () => "A const keeps its first value: declare it with let to change it.",
      zh: () => "const 的值不能改：要改就用 let 声明。"
    }
  ],
  [
    /^Identifier '(.+)' has already been declared$/,
    {en: (name) => `This cell declares ${name} twice.`, zh: (name) => `这个单元把 ${name} 声明了两次。`}
  ],
  [
    /^(.+) is defined more than once$/,
    {
      en: (name) => `Two cells of this page declare ${name}: give one of them a new name.`,
      zh: (name) => `本页有两个单元声明了 ${name}：请给其中一个换个名字。`
    }
  ],
  [
    /^circular definition$/,
    {
      en: () => "This cell waits for itself: it uses a name that is computed from its own result.",
      zh: () => "这个单元在等它自己：它用到的名字又是由它的结果算出来的。"
    }
  ],
  [
    /^Unexpected token 'export'$/,
    {
      en: () => "Leave out export: whatever a cell declares, other cells can use.",
      zh: () => "去掉 export：单元声明的名字，别的单元都能用。"
    }
  ],
  [
    /^Unexpected token, expected "(.+)"$/,
    {
      en: (token) => `The code cannot be read here: ${token} is missing.`,
      zh: (token) => `代码读到这里读不下去：缺少 ${token}。`
    }
  ],
  [
    /^Unexpected (?:token|character|end of|eof|reserved word).*$/i,
    {
      en: () => "The code cannot be read here: something is missing, or one thing too many.",
      zh: () => "代码读到这里读不下去：少了或者多了什么。"
    }
  ],
  [
    /^Unterminated (?:string constant|string literal|template|regular expression|comment).*$/i,
    {
      en: () => "Something that opens here is never closed: a quote, a template, a comment.",
      zh: () => "这里打开的引号、模板或注释没有关上。"
    }
  ],
  [
    /^(?:Cannot use keyword 'await' outside an async function|await is only valid.*)$/,
    {
      en: () => "await works at the top of a cell and in functions marked async.",
      zh: () => "await 只能用在单元的最外层，或标有 async 的函数里。"
    }
  ],
  [
    /^Cannot (?:read|set) properties of (undefined|null) \((?:reading|setting) '(.+)'\)$/,
    {
      en: (nothing, name) => `.${name} is asked of something that is ${nothing}.`,
      zh: (nothing, name) => `对 ${nothing} 取 .${name}：前面的值不存在。`
    }
  ],
  [
    /^(?:can't access property "(.+)", .+ is (?:undefined|null))$/,
    {
      en: (name) => `.${name} is asked of something that is not there.`,
      zh: (name) => `取 .${name} 时，前面的值不存在。`
    }
  ],
  [
    /^(.+) is not a function.*$/,
    {
      en: (name) => `${name} is called like a function, but is none.`,
      zh: (name) => `${name} 不是函数，不能调用。`
    }
  ],
  [
    /^(?:Maximum call stack size exceeded\.?|too much recursion)$/,
    {en: () => "A function calls itself without end.", zh: () => "有函数在无止境地调用自己。"}
  ],
  [
    /^import\.meta$/,
    {en: () => "An edited cell has no import.meta.", zh: () => "编辑过的单元里没有 import.meta。"}
  ],
  [
    /^namespace$/,
    {
      en: () => "A cell cannot hold a namespace: declare an object instead.",
      zh: () => "单元里不能用 namespace：改为声明一个对象。"
    }
  ],
  [
    /^Global '(.+)' cannot be redefined$/,
    {
      en: (name) => `${name} is the browser’s own: give yours another name.`,
      zh: (name) => `${name} 是浏览器自带的名字：请换一个。`
    }
  ],
  [
    /unsafe-eval|call to eval\(\) blocked/,
    {
      en: () =>
        "The host of this site forbids running edited code (its Content-Security-Policy has no unsafe-eval).",
      zh: () => "本站的主机不允许运行编辑过的代码（其 Content-Security-Policy 没有 unsafe-eval）。"
    }
  ]
];

/** What an error means, in the reader's words where its own are opaque. */
export function explain(error: unknown, language: Language): string {
  const message = error instanceof Error ? error.message : String(error);
  for (const [pattern, meaning] of meanings) {
    const found = pattern.exec(message);
    if (found) return meaning[language](...found.slice(1).filter((part) => part !== undefined));
  }
  return error instanceof Error && !message ? error.name : message;
}
