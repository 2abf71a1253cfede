import type { PageWords } from './words';

/** A number with its noun in the form it asks for (CLDR plural rules: one, few, many). */
const counted =
  (one: string, few: string, many: string) =>
  (n: number): string => {
    const [units, tens] = [n % 10, n % 100];
    if (units === 1 && tens !== 11) return `${n} ${one}`;
    return `${n} ${units >= 2 && units <= 4 && (tens < 12 || tens > 14) ? few : many}`;
  };

const excerpts = counted('витяг', 'витяги', 'витягів');

const RELIABILITY = {
  A: 'цілком надійне',
  B: 'зазвичай надійне',
  C: 'досить надійне',
  D: 'зазвичай ненадійне',
  E: 'ненадійне',
  F: 'надійність оцінити неможливо',
} as const;

const CREDIBILITY = {
  1: 'підтверджена іншими джерелами',
  2: 'ймовірно правдива',
  3: 'можливо правдива',
  4: 'сумнівна',
  5: 'малоймовірна',
  6: 'правдивість оцінити неможливо',
} as const;

export const UKRAINIAN: PageWords = {
  lang: 'uk',
  locale: 'uk',
  briefing: {
    noDate: 'б. д.',
    accessed: (date) => `дата звернення: ${date}`,
    andOthers: 'та ін.',
    number: (number) => `№ ${number}`,
    pages: (pages) => `с. ${pages}`,
    source: 'Джерело',
    reliability: RELIABILITY,
    grade: (reliability, credibility) =>
      `${reliability ? `Джерело: ${RELIABILITY[reliability]}` : 'Джерело не оцінено'}; ${credibility ? `інформація: ${CREDIBILITY[credibility]}` : 'інформацію не оцінено'}`,
    passage: 'уривок',
    marking: 'Маркування',
    markingSense: {
      'TLP:CLEAR': 'поширення не обмежено',
      'TLP:GREEN': 'для спільноти, не через публічні канали',
      'TLP:AMBER': 'для організації одержувача та її клієнтів, за службовою потребою',
      'TLP:AMBER+STRICT': 'лише для організації одержувача, за службовою потребою',
      'TLP:RED': 'лише для названих одержувачів',
    },
    header: {
      Issued: 'Видано',
      'Information cut-off': 'Інформація станом на',
      'Requested by': 'На запит',
      Author: 'Автор',
    },
    judgement: (number) => `Ключовий висновок ${number}`,
    done: 'виконано',
    toDo: 'не виконано',
    pictureAbsent: 'Зображення у цьому файлі немає.',
    figure: (number) => `Рисунок ${number}`,
    notes: 'Примітки',
    note: (number) => `Примітка ${number}`,
    backToNote: (number) => `Назад до примітки ${number} в тексті`,
    likelihood: 'Слова ймовірності',
    probability: 'Імовірність',
    confidence:
      'Упевненість (low, moderate, high: низька, помірна, висока) говорить, наскільки добрі підстави висновку, а не наскільки ймовірна подія.',
    references: 'Посилання',
    reference: (number) => `Посилання ${number}`,
    backToCitation: (number) => `Назад до першого цитування посилання ${number}`,
    cited: 'Цитовано',
    accordingTo: (who) => `за словами: ${who}`,
    deleted: (n) => (n === 1 ? 'витяг вилучено' : `вилучено ${excerpts(n)}`),
  },
  places: {
    kinds: {
      title: 'назва',
      heading: 'заголовок',
      paragraph: 'абзац',
      'list-item': 'пункт списку',
      caption: 'підпис',
      'table-row': 'рядок таблиці',
      footnote: 'виноска',
    },
    page: 'сторінка',
    pages: 'сторінки',
    pageShort: 'с.',
    pagesShort: 'с.',
    to: 'до',
  },
  script: {
    search: 'Шукати на сторінці',
    previous: 'Попереднє',
    next: 'Наступне',
    notFound: 'Не знайдено',
    moreThan: 'понад ',
    found: 'Знайдено: ',
    of: ' з ',
    place: '',
    places: '',
  },
  contents: 'Зміст',
  parts: {
    briefings: 'Аналітичні записки',
    hypotheses: 'Гіпотези',
    documents: 'Документи',
    tags: 'Мітки',
    sources: 'Джерела',
  },
  counts: {
    documents: counted('документ', 'документи', 'документів'),
    excerpts,
    tags: counted('мітка', 'мітки', 'міток'),
    links: counted('зв’язок', 'зв’язки', 'зв’язків'),
    briefings: counted('аналітична записка', 'аналітичні записки', 'аналітичних записок'),
  },
  excerpts: 'Витяги',
  address: 'Адреса',
  excerpt: (number) => `Витяг ${number}`,
  excerptInText: (number) => `Витяг ${number} у тексті`,
  theExcerpt: (number) => `витяг ${number}`,
  excerptNotShown: 'витяг, якого тут не показано',
  links: {
    supports: ['підтримує', 'має підтримку —'],
    contradicts: ['суперечить —', 'суперечить —'],
    corroborates: ['взаємно підтверджується —', 'взаємно підтверджується —'],
    updates: ['оновлює', 'має оновлення —'],
    duplicates: ['повторює', 'повторює'],
    elaborates: ['уточнює', 'має уточнення —'],
    'relates to': ['пов’язано —', 'пов’язано —'],
  },
  tagKinds: {
    topic: 'тема',
    person: 'особа',
    organisation: 'організація',
    place: 'місце',
    equipment: 'техніка',
    event: 'подія',
  },
  sourceKinds: {
    agency: 'відомство',
    government: 'уряд',
    official: 'посадова особа',
    outlet: 'видання',
    'think tank': 'аналітичний центр',
    organisation: 'організація',
    person: 'особа',
  },
  origin: (name) => `отримує інформацію від: ${name}`,
  quotesAlone: (n, most) =>
    `Це велика справа (${excerpts(n)}; у текстах показують щонайбільше ${most}): на сторінці лише цитати.`,
  citedAlone: (n, most) =>
    `Це дуже велика справа (${excerpts(n)}; показують щонайбільше ${most}): на сторінці лише ті, на які посилаються аналітичні записки, та їхні документи.`,
  wordForWord: 'Кожна цитата дослівно стоїть у тексті свого документа, у теці texts.',
  about:
    'Ця сторінка — копія для читання. Сама справа — у теці records; щоб працювати з нею, відкрийте пакет у програмі Collate.',
};
