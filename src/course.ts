/** The languages in which every page stands. */
export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** A short text in each language. */
export type Words = Readonly<Record<Language, string>>;

/** A page of the course; `ready` pages stand in `src/[lang]/`, the others are still to come. */
export interface Chapter {
  readonly slug: string;
  readonly title: Words;
  readonly description: Words;
  readonly ready: boolean;
  /** The name of the exercise at its end. */
  readonly exercise?: string;
}

/** A part of the course: a heading of the map and its chapters in reading order. */
export interface Part {
  readonly title: Words;
  readonly chapters: readonly Chapter[];
}

export const siteTitle = "Descent";

export const home: Omit<Chapter, "ready" | "exercise"> = {
  slug: "",
  title: {en: "How deep networks learn", zh: "深度网络是怎样学习的"},
  description: {
    en: "A course as a live notebook: how deep networks learn, and how optimization makes them learn faster.",
    zh: "一门可以动手的课程：深度网络怎样学习，优化算法怎样让它学得更快。"
  }
};

/** The map of the course: a page that is not on it is not built. */
export const parts: readonly Part[] = [
  {
    title: {en: "Deep networks", zh: "深层网络"},
    chapters: [
      {
        slug: "deep-networks",
        title: {en: "Deep networks, forward and backward", zh: "深层网络：前向与反向"},
        description: {
          en: "What a deep network is, and every step of its forward and backward pass.",
          zh: "什么是深层网络；前向传播与反向传播的每一步。"
        },
        ready: true,
        exercise: "backwardLayer"
      },
      {
        slug: "vanishing-gradients",
        title: {en: "Vanishing and exploding gradients", zh: "梯度消失与梯度爆炸"},
        description: {
          en: "Why signals shrink or blow up from layer to layer, and what decides it.",
          zh: "信号为什么逐层缩小或放大，由什么决定。"
        },
        ready: true
      },
      {
        slug: "initialization",
        title: {en: "Initialization", zh: "参数初始化"},
        description: {
          en: "How large the first weights must be: 1/n, Xavier and He.",
          zh: "初始权重该有多大：1/n、Xavier 与 He。"
        },
        ready: true,
        exercise: "initialWeights"
      }
    ]
  },
  {
    title: {en: "Optimization", zh: "优化"},
    chapters: [
      {
        slug: "saddle-points",
        title: {en: "Local minima and saddle points", zh: "局部最优与鞍点"},
        description: {
          en: "Why learning slows down near a saddle, and how long an escape takes.",
          zh: "为什么在鞍点附近学得慢，逃离它要多久。"
        },
        ready: true
      },
      {
        slug: "mini-batch",
        title: {en: "Batch, mini-batch, stochastic", zh: "批量、小批量与随机梯度下降"},
        description: {
          en: "How many samples a step should see, and what that costs.",
          zh: "一步该看多少样本，代价是什么。"
        },
        ready: true,
        exercise: "batches"
      },
      {
        slug: "moving-averages",
        title: {en: "Moving averages and bias correction", zh: "指数加权平均与偏差修正"},
        description: {
          en: "Smooth a year of Beijing temperatures, see what smoothness costs, and correct the start.",
          zh: "平滑北京一年的气温，看清平滑的代价，并修正开头的偏差。"
        },
        ready: true,
        exercise: "ema"
      },
      {
        slug: "momentum",
        title: {en: "Momentum", zh: "动量梯度下降"},
        description: {
          en: "Averaged gradients on a ravine: what momentum buys and what it does not.",
          zh: "峡谷里的平均梯度：动量带来什么，不带来什么。"
        },
        ready: true
      },
      {
        slug: "rmsprop",
        title: {en: "RMSProp", zh: "RMSProp"},
        description: {
          en: "Steps rescaled by the size of recent gradients, coordinate by coordinate.",
          zh: "按近期梯度的大小，逐坐标缩放步长。"
        },
        ready: true
      },
      {
        slug: "adam",
        title: {en: "Adam", zh: "Adam"},
        description: {
          en: "The anatomy of one step: two averages, two corrections, one update.",
          zh: "一步的解剖：两个平均、两次修正、一次更新。"
        },
        ready: true,
        exercise: "adamStep"
      },
      {
        slug: "learning-rate-decay",
        title: {en: "Learning-rate decay", zh: "学习率衰减"},
        description: {
          en: "Schedules, the noise floor of a constant rate, and the travel that a schedule allows.",
          zh: "各种衰减方式、固定学习率的噪声底线，以及一种衰减能走多远。"
        },
        ready: true
      },
      {
        slug: "standardization",
        title: {en: "Standardizing the inputs", zh: "标准化输入"},
        description: {
          en: "What centring and scaling do to the cost surface, on synthetic data and on wine.",
          zh: "中心化与缩放怎样改变代价曲面：合成数据与葡萄酒数据。"
        },
        ready: true,
        exercise: "fitScaler"
      },
      {
        slug: "optimizer-race",
        title: {en: "The race of the optimizers", zh: "优化器赛跑"},
        description: {
          en: "Any optimizers on any surface, fair by choice.",
          zh: "任选优化器，任选曲面，公平由你来定。"
        },
        ready: true
      }
    ]
  },
  {
    title: {en: "Everything at once", zh: "综合实验"},
    chapters: [
      {
        slug: "digits-lab",
        title: {en: "The digits lab", zh: "手写数字实验室"},
        description: {
          en: "Train a network on 1,797 real handwritten digits, in your browser.",
          zh: "在浏览器里用 1797 个真实手写数字训练网络。"
        },
        ready: true
      }
    ]
  },
  {
    title: {en: "About these pages", zh: "关于这些页面"},
    chapters: [
      {
        slug: "how-to",
        title: {en: "How to use and change these pages", zh: "怎样使用和修改这些页面"},
        description: {
          en: "Edit the code in your browser, share it, write pages and exercises of your own.",
          zh: "在浏览器里修改代码、与人分享，写出自己的页面和练习。"
        },
        ready: true
      }
    ]
  }
];

export const chapters: readonly Chapter[] = parts.flatMap((part) => part.chapters);

/** The chapters that can be opened, in reading order. */
export const readyChapters: readonly Chapter[] = chapters.filter((chapter) => chapter.ready);

/** The site path of a page, e.g. `/en/moving-averages`; the empty slug is the course home, `/en/`. */
export const pagePath = (language: Language, slug: string): string => `/${language}/${slug}`;

/** The language that a page is not in. */
export const otherLanguage = (language: Language): Language => (language === "en" ? "zh" : "en");

/** Language and slug of a page path, or null where it is neither a home nor a chapter. */
export function parsePagePath(path: string): {language: Language; slug: string} | null {
  const [, language, slug = ""] = /^\/(\w+)\/(?:([\w-]*)(?:\.html)?)$/.exec(path) ?? [];
  const known = languages.find((l) => l === language);
  return known ? {language: known, slug: slug === "index" ? "" : slug} : null;
}
