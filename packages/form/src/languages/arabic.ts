import ar from "zod/v4/locales/ar.js";
import type { Language } from "./language.ts";

/** Formal Arabic, written from right to left. Buttons are nouns, because verbs would address one gender. */
export const arabic: Language = {
  tag: "ar",
  direction: "rtl",
  numbers: { decimal: ".", group: "," },
  texts: isolated({
    // The form
    submit: "إرسال",
    summaryTitle: "يُرجى مراجعة البيانات المدخلة",
    moreErrors: "وأخطاء أخرى: ${count}",
    requiredNote: "الحقول المميزة بعلامة ${mark} مطلوبة.",

    // Lists
    item: "عنصر",
    entry: "مُدخل",
    key: "الاسم",
    value: "القيمة",
    more: "عنصر إضافي",
    addItem: "إضافة ${item}",
    up: "إلى أعلى",
    down: "إلى أسفل",
    insertAfter: "إدراج بعد هذا العنصر",
    duplicate: "تكرار",
    remove: "إزالة",
    actions: "الإجراءات",
    atLeast: "الحد الأدنى للعدد: ${count}",
    atMost: "الحد الأقصى للعدد: ${count}",
    added: "تمت إضافة ${item}",
    duplicated: "تم تكرار ${item}",
    removed: "تمت إزالة ${item}",
    restored: "تمت استعادة ${item}",
    moved: "تم نقل ${item} إلى الموضع ${number}",
    movedTo: "تم نقل ${item} إلى الموضع ${number} في «${list}»",
    undo: "تراجع",

    // Choices
    yes: "نعم",
    no: "لا",
    none: "بلا اختيار",
    noColor: "بلا لون",
    noValue: "بلا قيمة",
    choose: "اختيار",
    anotherWord: "قيمة أخرى",
    anotherWordLabel: "قيمة جديدة",
    addWord: "إضافة «${word}»",
    removeWord: "إزالة «${word}»",
    nothingFound: "لا توجد نتائج",
    suggestions: "الاقتراحات: ${count}",

    // Texts, numbers and times
    confirm: "تأكيد ${label}",
    row: "الصف ${number}",
    column: "العمود ${number}",
    between: "من ${min} إلى ${max}",
    orMore: "${min} أو أكثر",
    orLess: "${max} أو أقل",
    year: "السنة",
    month: "الشهر",
    day: "اليوم",
    date: "التاريخ",
    time: "الوقت",
    timeInZone: "الوقت (${zone})",

    // Files
    keepFile: "الاحتفاظ بالملف ${file}",
    show: "عرض",
    showFile: "عرض ${file}",

    // Rich text
    formatting: "التنسيق",
    bold: "غامق",
    italic: "مائل",
    underlined: "تسطير",
    struckThrough: "يتوسطه خط",
    code: "رمز برمجي",
    link: "رابط",
    heading: "عنوان",
    smallerHeading: "عنوان فرعي",
    bulletedList: "قائمة نقطية",
    numberedList: "قائمة مرقمة",
    quotation: "اقتباس",
    preformatted: "نص منسق مسبقًا",
    rule: "خط فاصل",
    redo: "إعادة",
    linkAddress: "عنوان الرابط",
    setLink: "تطبيق الرابط",
    removeLink: "إزالة الرابط",
    cancel: "إلغاء",
  }),
  messages: isolated({
    // Checks
    invalid: "القيمة غير صالحة",
    notNumber: "«${val}» ليس رقمًا",
    notInChoices: "«${val}» ليس ضمن (${false_choices}) ولا ضمن (${true_choices})",
    notMember: "«${val}» ليس خيارًا متاحًا في «${cls}»",
    notOneOf: "«${val}» ليس ضمن الخيارات المتاحة: ${choices}",
    noneOf: "«${val}» غير مسموح به. القيم المستبعدة: ${choices}",
    containsOnly: "تتضمن اختياراتك ما هو غير مسموح به",
    tooSmall: "يجب ألا تقل القيمة عن ${min}",
    tooBig: "يجب ألا تزيد القيمة على ${max}",
    pattern: "صيغة الإدخال غير صحيحة",
    email: "عنوان البريد الإلكتروني غير صالح",
    url: "يُرجى إدخال عنوان ويب (URL)",
    fileUri: "يُرجى إدخال عنوان يبدأ بـ file://\u200e",
    uuid: "معرّف UUID غير صالح",
    luhn: "أدخل رقم بطاقة صالحًا",
    dataUrl: "القيمة ليست رابط بيانات (data URL)",
    mimeType: "نوع الملف (MIME) غير صالح",
    base64: "بيانات Base64 غير صالحة",

    // Types
    required: "هذا الحقل مطلوب",
    tooDeep: "المستويات المتداخلة أكثر من اللازم. الحد الأقصى: ${max}",
    notText: "«${val}» ليس نصًا",
    notInteger: "«${val}» ليس عددًا صحيحًا",
    notBoolean: "«${val}» ليس «نعم» ولا «لا»",
    notDate: "التاريخ غير صالح",
    notTime: "الوقت غير صالح",
    notFile: "«${val}» ليس ملفًا",
    notObject: "«${val}» ليس من النوع ${what}",
    notMapping: "«${val}» ليس مجموعة حقول",
    notSequence: "«${val}» ليس قائمة",
    notSet: "«${val}» ليس قائمة",
    wrongCount: "أدخل ${exp} من العناصر بدلًا من ${was}",
    notGreater: "يجب أن تكون القيمة أكبر من ${min}",
    notLess: "يجب أن تكون القيمة أصغر من ${max}",
    tooShort: "أقصر من اللازم. الحد الأدنى للطول: ${min}",
    tooLong: "أطول من اللازم. الحد الأقصى للطول: ${max}",
    notMultiple: "يجب أن تكون القيمة من مضاعفات ${step}",
    unknownKeys: "حقول غير معروفة: «${val}»",
    missingKeys: "بيانات ناقصة: ${val}",
    noOption: "لا يوجد خيار مناسب: ${reasons}",

    // Widgets
    csvQuotes: "علامات الاقتباس غير متطابقة",
    csvQuotesInLine: "السطر ${line}: علامات الاقتباس غير متطابقة",
    mismatch: "القيمتان غير متطابقتين",
    passwordMismatch: "كلمتا المرور غير متطابقتين",
    incompleteDate: "التاريخ غير مكتمل",
    incompleteTime: "الوقت غير مكتمل",
    notOffered: "«${val}» ليس ضمن الخيارات المتاحة: ${choices}",
    repeatedKey: "«${key}» مكرر",
    invalidColor: "«${val}» ليس لونًا مكتوبًا مثل #1e90ff",
    notNumberLike: "«${val}» ليس رقمًا. اكتبه على هذا النحو: ${example}",
  }),
  locale: ar(),
};

/** Isolates slots, so that a number or a Latin text in one does not reorder the words around it. */
function isolated<T extends Readonly<Record<string, string>>>(texts: T): T {
  const entries = Object.entries(texts).map(([id, text]) => [
    id,
    text.replaceAll(/\$\{\w+\}/g, "\u2068$&\u2069"),
  ]);
  return Object.fromEntries(entries);
}
