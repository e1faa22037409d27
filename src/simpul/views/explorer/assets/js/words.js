// Every word of the page itself, in Indonesian and in English.
import { state } from "./state.js";

const WORDS = {
  skip: ["Langsung ke isi", "Skip to content"],
  views: ["Tampilan", "Views"], tools: ["Cari dan saring", "Find and filter"], details: ["Rincian", "Details"],
  graph: ["Graf", "Graph"], table: ["Tabel", "Table"], timeline: ["Linimasa", "Timeline"],
  dualisms: ["Dualisme", "Dualisms"], console: ["Kueri", "Query"],
  search: ["Cari", "Search"], searchHint: ["Nama, pasal, lembaga…", "Name, article, body…"],
  noHits: ["Tidak ditemukan", "Nothing found"], hits: ["{n} hasil", "{n|result|results}"],
  legend: ["Keterangan", "Legend"], relations: ["Hubungan", "Relations"], all: ["Semua", "All"], none: ["Kosongkan", "None"],
  routes: ["Jalur dan lingkungan", "Paths and surroundings"],
  depth: ["Lingkungan", "Surroundings"], whole: ["Seluruh graf", "Whole graph"],
  steps: ["{n} langkah", "{n} steps"], oneStep: ["1 langkah", "1 step"],
  pathFrom: ["Jalur dari sini", "Path from here"], pathTo: ["Jalur ke sini", "Path to here"], pathStart: ["Awal jalur: {name}. Pilih tujuan.", "Path starts at {name}. Choose its end."],
  path: ["Jalur", "Path"], pathFound: ["Jalur ditemukan: {n} hubungan.", "Path found: {n} relations."], pathFoundOne: ["Terhubung langsung.", "Directly connected."], noPath: ["Tidak ada jalur di antara yang tampak.", "No path among what is shown."], clear: ["Hapus", "Clear"],
  graphName: ["Graf. Tombol panah berpindah antarsimpul, Enter memilih, + dan - memperbesar, 0 menampilkan semua.", "Graph. Arrow keys move between nodes, Enter selects, + and - zoom, 0 shows all."],
  zoomIn: ["Perbesar", "Zoom in"], zoomOut: ["Perkecil", "Zoom out"], zoomAll: ["Tampilkan semua", "Show all"],
  closeAll: ["Tutup semua kelompok", "Close all groups"],
  asOf: ["Per tanggal", "As of"], everyTime: ["Semua waktu", "All time"], play: ["Putar", "Play"], pause: ["Jeda", "Pause"], date: ["Tanggal", "Date"], days: ["Hari yang mengubah sesuatu", "Days on which something changes"],
  shown: ["{n} simpul dan {m} hubungan tampak", "{n|node|nodes} and {m|relation|relations} shown"],
  counts: ["{n} simpul · {m} hubungan · {k} dualisme", "{n|node|nodes} · {m|relation|relations} · {k|dualism|dualisms}"],
  evidence: ["Bukti", "Evidence"], neighbours: ["Terhubung dengan", "Connected to"], facts: ["Fakta", "Facts"], close: ["Tutup", "Close"],
  alsoCalled: ["Juga: {names}", "Also: {names}"], from: ["Mulai", "From"], until: ["Sampai sebelum", "Until before"], since: ["sejak {a}", "since {a}"], before: ["sampai sebelum {b}", "until before {b}"], between: ["{a} sampai sebelum {b}", "{a} until before {b}"], more: ["{n} lagi", "{n} more"],
  showInGraph: ["Lihat di graf", "Show in graph"], showDualism: ["Bandingkan sisi-sisinya", "Compare its sides"], cite: ["Salin sitasi", "Copy citation"], copied: ["Sitasi disalin", "Citation copied"], copyLink: ["Salin tautan", "Copy link"], linkCopied: ["Tautan disalin", "Link copied"],
  start: ["Mulai di sini", "Start here"], howTo: ["Pilih simpul untuk melihat fakta, bukti, dan tetangganya. Garis ganda jingga menandai dualisme: dua aturan yang menarik ke arah berbeda.", "Choose a node for its facts, evidence and neighbours. A double orange line marks a dualism: two rules that pull in different directions."],
  howToLarge: ["Graf ini besar: tiap lingkaran adalah satu kelompok. Pilih untuk membukanya.", "This graph is large: each disc is a community. Choose one to open it."],
  noEvidence: ["Tidak ada bukti tercatat.", "No evidence recorded."], licence: ["Lisensi", "Licence"],
  open: ["terbuka", "open"], parallel: ["sejajar", "parallel"], resolved: ["terselesaikan", "resolved"], stale: ["perlu ditinjau ulang", "needs review"],
  sanction: ["sanksi", "sanction"], authority: ["kewenangan", "authority"], procedure: ["prosedur", "procedure"], deontic: ["boleh lawan dilarang", "may against must not"], office: ["jabatan", "office"], mandate: ["mandat", "mandate"], definition: ["definisi", "definition"], means: ["sarana", "means"],
  express: ["ketentuan tegas", "express rule"], superior: ["lex superior", "lex superior"], specialis: ["lex specialis", "lex specialis"], posterior: ["lex posterior", "lex posterior"],
  noCanon: ["tidak ada asas yang memutus", "no canon decides"], canon: ["Asas", "Canon"],
  matter: ["Perkara", "Matter"], conduct: ["Perbuatan", "Conduct"], provision: ["Ketentuan", "Provision"], instrument: ["Instrumen", "Instrument"], officeOf: ["Lembaga", "Authority"], prison: ["Penjara", "Imprisonment"], fine: ["Denda", "Fine"], prevails: ["berlaku", "prevails"],
  life: ["atau seumur hidup", "or life"], and: ["dan", "and"], or: ["atau", "or"], and_or: ["dan/atau", "and/or"], months: ["{n} bulan", "{n} months"], years: ["{n} tahun", "{n} years"], noMinimum: ["tanpa minimum", "no minimum"], upTo: ["paling lama {n}", "up to {n}"], upToFine: ["paling banyak {n}", "up to {n}"], atLeast: ["paling sedikit {n}", "at least {n}"],
  trace: ["Mengapa ini dualisme", "Why this is a dualism"], history: ["Riwayat", "History"], allKinds: ["Semua jenis", "All kinds"], allStatus: ["Semua status", "All statuses"], status: ["Status", "Status"], findFinding: ["Perkara, undang-undang, pasal…", "Matter, law, article…"], findingsShown: ["{n} dari {m} dualisme", "{n} of {m} dualisms"], noFindings: ["Tidak ada dualisme pada pilihan ini.", "No dualisms in this selection."],
  time: ["waktu", "time"], territory: ["wilayah", "territory"], bearer: ["subjek", "bearer"], link: ["hubungan pengecualian", "excusing link"], difference: ["perbedaan", "difference"], holds: ["terpenuhi", "holds"], fails: ["tidak terpenuhi", "fails"],
  decides: ["memutuskan", "decides"], favours: ["memihak", "favours one side"], contested: ["diperdebatkan", "contested"], informs: ["keterangan", "for information"], silent: ["tidak menentukan", "silent"],
  "heaviest-penalty": ["pidana terberat", "heaviest penalty"], changedLater: ["Berubah kemudian", "Changed later"],
  tableLede: ["Isi graf yang sama sebagai tabel. Klik kepala kolom untuk mengurutkan.", "The same content as the graph, as tables. Choose a column heading to sort."],
  things: ["Simpul", "Nodes"], name: ["Nama", "Name"], kind: ["Jenis", "Kind"], links: ["Hubungan", "Relations"], says: ["Fakta", "Facts"], source: ["Dari", "From node"], relation: ["Hubungan", "Relation"], target: ["Ke", "To node"], filter: ["Saring", "Filter"], rows: ["{a}–{b} dari {n}", "{a}–{b} of {n}"], previous: ["Sebelumnya", "Previous"], next: ["Berikutnya", "Next"],
  timelineLede: ["Kapan setiap hal berlaku, dan apa yang terjadi. Garis tegak adalah tanggal yang dipilih.", "When each thing was in force, and what happened. The upright line is the chosen date."], events: ["Peristiwa", "Events"], inForce: ["Masa berlaku", "Time in force"], undated: ["Tidak ada tanggal pada pilihan ini.", "Nothing dated in this selection."],
  dualismLede: ["Setiap temuan dengan sisi-sisinya berhadapan: apa yang berbeda, asas mana yang memutus, dan langkah yang membuktikannya.", "Each finding with its sides face to face: what differs, which canon decides, and the steps that prove it."],
  consoleLede: ["SPARQL 1.1 atas tripel halaman ini, di peramban Anda sendiri. Tidak ada yang dikirim.", "SPARQL 1.1 over this page's own triples, in your own browser. Nothing is sent."],
  question: ["Pertanyaan", "Question"], ownQuery: ["Kueri sendiri", "Your own query"], query: ["Kueri SPARQL", "SPARQL query"], run: ["Jalankan", "Run"], stop: ["Hentikan", "Stop"], starting: ["Menyalakan mesin kueri…", "Starting the query engine…"], running: ["Berjalan…", "Running…"], stopped: ["Dihentikan.", "Stopped."], result: ["{n} baris dalam {t} ms", "{n} rows in {t} ms"], cut: ["{n} baris pertama dari lebih banyak", "the first {n} rows of more"], answer: ["Jawaban: {a}", "Answer: {a}"], yes: ["ya", "yes"], no: ["tidak", "no"], lightUp: ["Simpulnya ditandai di graf", "Their nodes are marked in the graph"], tooLong: ["Kueri melebihi {n} detik dan dihentikan.", "The query took more than {n} seconds and was stopped."],
  language: ["Bahasa", "Language"], theme: ["Tema", "Theme"], light: ["Terang", "Light"], dark: ["Gelap", "Dark"], save: ["Simpan", "Save"], png: ["Gambar PNG", "PNG image"], svgFile: ["Gambar SVG", "SVG image"], csvNodes: ["Simpul sebagai CSV", "Nodes as CSV"], csvEdges: ["Hubungan sebagai CSV", "Relations as CSV"], saved: ["Disimpan: {name}", "Saved: {name}"], print: ["Cetak", "Print"], menu: ["Cari, saring", "Find, filter"],
  community: ["kelompok {name}, {n} simpul", "community {name}, {n} nodes"], and_more: ["{name} +{n}", "{name} +{n}"], openCommunity: ["Kelompok dibuka: {n} simpul", "Community opened: {n} nodes"], verified: ["terverifikasi", "verified"], likely: ["mungkin", "likely"], unverified: ["belum terverifikasi", "unverified"], disputed: ["diperdebatkan", "disputed"],
};

// say("hits", {n: 4}) - the words for a key in the reader's language; {n|result|results}
// is the number with its noun.
export function say(key, values = {}) {
  const words = WORDS[key];
  if (!words) return key;
  const text = words[state.language === "id" ? 0 : 1];
  return text.replace(/\{(\w+)(?:\|(\w+)\|(\w+))?\}/g, (_, name, one, many) => {
    const value = values[name] ?? "";
    return one ? `${value} ${String(value) === "1" ? one : many}` : value;
  });
}

// The words of the data: one text for both languages, or a pair.
export function words(text, language = state.language) {
  if (!text || typeof text === "string") return text || "";
  return text[language] || text.en || text.id || "";
}

export function number(value) {
  return value.toLocaleString(state.language === "id" ? "id-ID" : "en-GB");
}

// Puts the language on everything in the fixed page that names its words.
export function sayAll() {
  document.documentElement.lang = state.language;
  for (const element of document.querySelectorAll("[data-say]")) element.textContent = say(element.dataset.say);
  for (const element of document.querySelectorAll("[data-name]")) element.setAttribute("aria-label", say(element.dataset.name));
}
