import type {Language} from "../course.js";

/** A pattern of messages, and what they mean: its groups are handed to the sentences. */
export type Meaning = readonly [RegExp, Readonly<Record<Language, (...parts: string[]) => string>>];

/** Messages of parsers. */
export const syntaxMeanings: readonly Meaning[] = [
  [
    /^Assignment to external variable '(.+)'$/,
    {
      en: (name) => `${name} belongs to another cell, and a cell changes only what it declares itself.`,
      zh: (name) => `${name} 属于另一个单元，而单元只能改动自己声明的变量。`
    }
  ],
  [
    /^Assignment to global '(.+)'$/,
    {
      en: (name) => `${name} is the browser’s own and stays as it is: declare a variable of another name.`,
      zh: (name) => `${name} 是浏览器自带的，不能改动：请另外声明一个变量。`
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
    /^Identifier '(.+)' has already been declared$/,
    {en: (name) => `This cell declares ${name} twice.`, zh: (name) => `这个单元把 ${name} 声明了两次。`}
  ],
  [
    /^Argument name clash$/,
    {
      en: () => "Two parameters of this function have the same name.",
      zh: () => "这个函数有两个参数同名。"
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
    /^'import' and 'export' may only appear at the top level$/,
    {
      en: () =>
        "import stands outside of blocks; export is not needed, for other cells can use what this one declares.",
      zh: () => "import 要写在最外层；export 不需要，单元声明的名字，别的单元都能用。"
    }
  ],
  [
    /^'return' outside of function$/,
    {
      en: () => "return works in functions. A cell shows with display(…), and gives on what it declares.",
      zh: () => "return 只能用在函数里。单元用 display(…) 显示，用声明的名字把值交给别的单元。"
    }
  ],
  [
    /^Unsyntactic (break|continue)$/,
    {en: (word) => `${word} works in loops only.`, zh: (word) => `${word} 只能用在循环里。`}
  ],
  [
    /^(?:Cannot use keyword 'await' outside an async function|await is only valid.*)$/,
    {
      en: () => "await works at the top of a cell and in functions marked async.",
      zh: () => "await 只能用在单元的最外层，或标有 async 的函数里。"
    }
  ],
  [
    /^The keyword '(.+)' is reserved$/,
    {
      en: (word) => `${word} is a word of the language itself: choose another name.`,
      zh: (word) => `${word} 是语言自己的词：请换一个名字。`
    }
  ],
  [
    /^(?:Assigning to rvalue|Optional chaining cannot appear in left-hand side)$/,
    {
      en: () => "Only a variable or a property can stand to the left of =. To compare, write ===.",
      zh: () => "= 的左边只能是变量或属性。要比较，请写 ===。"
    }
  ],
  [
    /^(?:Invalid number|Expected number in radix \d+|Numeric separator.*|Only one underscore.*)$/,
    {en: () => "This number cannot be read.", zh: () => "这个数读不出来。"}
  ],
  [
    /^Invalid regular expression.*$/,
    {en: () => "This regular expression cannot be read.", zh: () => "这个正则表达式读不出来。"}
  ],
  [
    /^Missing catch or finally clause$/,
    {en: () => "try needs a catch or a finally after it.", zh: () => "try 后面要有 catch 或 finally。"}
  ],
  [
    /^Logical expressions and coalesce expressions cannot be mixed.*$/,
    {
      en: () => "?? cannot stand beside || or && without parentheses.",
      zh: () => "?? 与 ||、&& 放在一起时要加括号。"
    }
  ],
  [
    /^Deleting local variable in strict mode$/,
    {
      en: () => "delete takes away properties of an object, not variables.",
      zh: () => "delete 删除的是对象的属性，不是变量。"
    }
  ],
  [
    /^FileAttachment requires a single literal string argument$/,
    {
      en: () => "FileAttachment takes one text in quotes: the file’s address.",
      zh: () => "FileAttachment 只接受一段带引号的文字：文件的地址。"
    }
  ],
  [
    /^undefined parameter: (.+)$/,
    {
      en: (name) => `observable.params has no ${name}: it holds lang, the page’s language.`,
      zh: (name) => `observable.params 里没有 ${name}：只有 lang，即本页的语言。`
    }
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
    /^Unexpected token, expected "(.+)"$/,
    {
      en: (token) => `The code cannot be read here: ${token} is missing.`,
      zh: (token) => `代码读到这里读不下去：缺少 ${token}。`
    }
  ],
  [
    /^Unexpected character '(.+)'$/,
    {
      en: (character) => `The code cannot be read here: ${character} has no meaning in it.`,
      zh: (character) => `代码读到这里读不下去：${character} 在代码里没有意义。`
    }
  ],
  [
    /^Unexpected (?:token|end of|eof|reserved word|keyword).*$/i,
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
  ]
];

/** Messages of browsers and of the runtime. */
export const runMeanings: readonly Meaning[] = [
  [
    /^(?:Can't find variable: ([\w$]+)|([\w$]+) is not defined)$/,
    {
      en: (name) => `Nothing here is called ${name}: check the spelling, or import it.`,
      zh: (name) => `这里没有叫 ${name} 的东西：检查拼写，或者先 import。`
    }
  ],
  [
    /^(.+) is defined more than once$/,
    {
      en: (name) => `Two cells of this page declare ${name}: give one of them a new name.`,
      zh: (name) => `本页有两个单元声明了 ${name}：请给其中一个换个名字。`
    }
  ],
  [
    /^(.+) could not be resolved$/,
    {
      en: (name) => `${name} could not be computed: its cell failed and did not say why.`,
      zh: (name) => `${name} 没有算出来：它的单元失败了，没有说明原因。`
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
    /^(?:Cannot access '(.+)' before initialization\.?|can't access lexical declaration '(.+)' before initialization)$/,
    {
      en: (name) => `${name} is used before the line that declares it.`,
      zh: (name) => `${name} 在声明它的那一行之前就用到了。`
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
    /^(?:Cannot assign to read only property '(.+?)' of .+|"?(.+?)"? is read-only|Cannot add property (.+), object is not extensible)$/,
    {
      en: (name) => `.${name} cannot be set: the object that it belongs to is fixed.`,
      zh: (name) => `.${name} 不能改：它所属的对象是固定的。`
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
    /^Cannot destructure property '(.+?)' of '(.+)' as it is (undefined|null)\.$/,
    {
      en: (name, whole, nothing) => `${name} is taken out of ${whole}, which is ${nothing}.`,
      zh: (name, whole, nothing) => `要从 ${whole} 里取出 ${name}，而它是 ${nothing}。`
    }
  ],
  [
    /^Cannot convert undefined or null to object$/,
    {
      en: () => "An object is needed here, and there is none.",
      zh: () => "这里需要一个对象，而它不存在。"
    }
  ],
  [
    /^(.+?) is not iterable\b.*$/,
    {
      en: (name) => `${name} is gone through like a list, but is none.`,
      zh: (name) => `${name} 不是列表，不能逐个取出。`
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
    /^(.+) is not a constructor$/,
    {
      en: (name) => `new makes things of a class, and ${name} is none.`,
      zh: (name) => `new 只能用于类，而 ${name} 不是类。`
    }
  ],
  [
    /^class constructors must be invoked with 'new'$/,
    {en: () => "This is a class: write new before it.", zh: () => "这是一个类：前面要写 new。"}
  ],
  [
    /^Class constructor (.+) cannot be invoked without 'new'$/,
    {
      en: (name) => `${name} is a class: write new ${name}(…).`,
      zh: (name) => `${name} 是类：写 new ${name}(…)。`
    }
  ],
  [
    /^[Rr]educe of empty array with no initial value$/,
    {
      en: () => "reduce of an empty list needs the value to begin with as its second argument.",
      zh: () => "对空列表用 reduce，要用第二个参数给出起始值。"
    }
  ],
  [
    /^[Ii]nvalid (?:typed )?array length.*$/,
    {en: () => "A list cannot have this length.", zh: () => "列表不能是这个长度。"}
  ],
  [
    /^(?:Maximum call stack size exceeded\.?|too much recursion)$/,
    {en: () => "A function calls itself without end.", zh: () => "有函数在无止境地调用自己。"}
  ],
  [
    / is not valid JSON$|^Unexpected (?:end of JSON input|non-whitespace character after JSON)|^JSON\.parse: /,
    {en: () => "This text is no JSON.", zh: () => "这段文字不是 JSON。"}
  ],
  [
    /^(?:Failed to fetch.*|error loading dynamically imported module.*|Importing a module script failed\.)$/,
    {
      en: () => "A file could not be fetched: is there a connection?",
      zh: () => "有文件取不到：网络通吗？"
    }
  ],
  [
    /^File not found: (.+)$/,
    {
      en: (name) => `This page has no file ${name}: a cell reaches the files that its page names.`,
      zh: (name) => `本页没有文件 ${name}：单元只能用到本页提到的文件。`
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
