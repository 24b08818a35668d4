import { BLAME } from './blame.ts';
import { PRAISE } from './praise.ts';

/**
 * Words and emoji by what they do in a comment, written for this project with the services of a local government in mind. They are no
 * verdict: each is a hint whose weight the trainer learns.
 */
const GROUPS = {
  positive: `
bagus baik hebat keren mantap puas senang suka cinta sayang bangga salut kagum indah cantik ganteng lezat enak sedap nikmat nyaman aman bersih rapi tertib
ramah sopan sigap tanggap cepat mudah lancar murah gratis terjangkau membantu bermanfaat manfaat berguna berkah alhamdulillah syukur bersyukur subhanallah masyaallah
terima_kasih angkat_topi empat_jempol dua_jempol luar_biasa kerja_bagus kerja_nyata kerja_keras patut_dicontoh gak_nyesel tidak_sia tepat_sasaran tepat_waktu apresiasi sukses maju berhasil juara terbaik istimewa sempurna profesional amanah jujur adil bijak peduli merakyat dermawan tulus ikhlas
semangat setuju dukung mendukung lanjut lanjutkan betul benar top jos joss sip oke cakep asik asyik seru lucu gemas wow wah kece ciamik juosss lega tenang bahagia gembira
ceria cerah optimis harapan percaya yakin kompak gotong royong guyub sejuk asri hijau segar ikonik megah modern canggih inovatif kreatif transparan terbantu tertolong terharu
dimudahkan terdepan sejahtera makmur sembuh pulih sehat selamat tuntas beres rampung kelar mulus halus terang nyala sampai tepat akurat jelas informatif edukatif rekomendasi
recommended murmer worth teladan panutan idola pahlawan pejuang cekatan telaten sabar gesit helpful good great nice love awesome excellent amazing best happy
thank thanks proud wonderful perfect fantastic brilliant beautiful clean fast quick friendly easy smooth glad grateful appreciate impressed kudos bravo congrats salute helpful
improved improvement enjoy cool safe comfortable affordable reliable respect support agree well win finally apik becik sae seneng resik nyenengake raos someah alus hade
bungah resep mantabs jempol acung_jempol nuhun suwun rancak lamak elok barokah aamiin kagumi juaraaa joss gandoss sipp cihuy hore yeay yey asikk asek mantul betah kangen rindu
👍 👏 ❤ 🙏 😍 🥰 😊 🔥 💪 😘 🤩 💯 ✨ 🎉 😁 😀 😃 😄 🙂 💖 💕 💙 💚 🤝 👌 🌟 ⭐ 🥳 😇 🤗 💐 🌹 ☺ 😎 💛 🧡 💜 🤍 ♥ 🙌 🫶 🏆 🎊 :) :d =) ;) <3 ^^ ^_^ :-) :p`,
  negative: `
jelek buruk parah rusak hancur lambat lama lelet mahal susah sulit ribet ruwet repot malas kesal marah sedih kecewa benci muak jijik bosan capek pusing stres takut cemas khawatir
waswas resah gelisah bohong tipu dusta korupsi maling pungli suap calo pencuri rampok curang licik serakah rakus tamak zalim dzalim biadab bejat keji kejam sadis kotor bau busuk
kumuh jorok becek berlubang lubang bolong lubangnya amblas longsor retak roboh ambruk macet semrawut kacau amburadul berantakan mangkrak molor telat terlambat ngaret gagal error
eror bug hang lemot padam mati gelap kosong hilang banjir bencana celaka kecelakaan tewas meninggal korban sakit luka keracunan menderita sengsara miskin lapar nganggur rugi
boros percuma mubazir pencitraan omdo wacana gimik basi palsu hoaks hoax fitnah provokasi bodoh goblok tolol dungu bangsat anjing brengsek sialan bajingan kampret monyet
babi tai gila sinting edan sampah bacot gombal munafik songong sombong angkuh jutek judes galak cuek abai lalai acuh diskriminasi
dipersulit dipingpong dibiarkan terbengkalai terlantar ditelantarkan diabaikan dizalimi dirugikan diperas dipalak ditilang dicuekin ngecewain mengecewakan menyebalkan menjengkelkan
memalukan malu ngenes miris prihatin memprihatinkan nyesel menyesal sesal keluh keluhan komplain protes demo tolak menolak boikot mundur copot pecat turunkan tangkap penjara
usut dosa azab neraka laknat kutuk mampus ancur bobrok ampas payah lemah ngawur asal abal asal-asalan abal-abal zonk nihil nol minim langka antri antre ngantri desak rebutan ribut
rusuh bentrok konflik bahaya berbahaya rawan maut jebakan jebol bocor mampet tersumbat luber meluap genangan tergenang keruh cemar polusi debu berdebu asap bising berisik
silau teriak nangis menangis tangis jerit derita beban membebani mencekik cekik naik melambung meroket pajak denda fiktif siluman oknum mafia preman dinasti nepotisme
tutup_mata lepas_tangan gigit_jari asal_jadi tambal_sulam omong_kosong janji_manis janji_palsu tebar_pesona tidak_becus tidak_jelas tidak_adil tidak_beres tidak_pernah tidak_peduli tidak_layak tidak_guna percuma_saja buang_uang buang_waktu makan_gaji angin_lalu masuk_angin pilih_kasih tebang_pilih mau_muntah naik_darah naik_pitam hitam_putih panas_hati sakit_hati cari_muka cari_untung gali_lubang tong_kosong air_mata jalan_buntu bikin_malu bikin_susah mark_up bad terrible awful worst horrible hate angry sad disappointed disappointing slow expensive dirty broken useless corrupt corruption liar lies lie fake fail failed failure
poor stupid idiot shame shameful disgusting waste wasted pathetic joke ridiculous nonsense annoying annoyed frustrating frustrated sick tired worried worry scared afraid dangerous unsafe
unfair wrong problem problems delay delayed late never ignored rude lazy incompetent messy mess crap shit damn wtf fuck fucking sucks suck worse hopeless nightmare regret sorry
elek ala rusake suwe larang angel ngapusi mumet gething kuciwa nelangsa butut awon hese hésé ruksak lila ambek keuheul sebel lebok buruak maha susahnyo rusuak cilako
😡 😠 🤬 👎 😤 😭 😢 😞 😔 🤮 🤢 💩 😩 😫 😒 😑 🙁 ☹ 😣 😖 😓 😥 😰 😱 💔 🖕 😾 😿 🥲 😪 😟 😕 :( :'( :-( =( t_t -_- :/`,
  negator: `tidak bukan belum jangan tanpa kurang gak nggak enggak ga gk no not never none cannot can't don't doesn't didn't isn't wasn't aren't won't ain't wouldn't without hardly
ora dudu durung mboten teu henteu lain tacan ulah tong indak ndak alun kada balun sonde tara seng trada trabisa`,
  contrast: `tetapi tapi namun sayangnya sayang cuma hanya padahal walaupun sedangkan meski kecuali but however although though except unfortunately nanging mung ngan tapina ananging untungnya syukurlah malah justru`,
  asking: `apa apakah kapan bagaimana mengapa dimana siapa berapa bolehkah bisakah adakah mana how what when where why who which can could does is_there kapan2 kumaha iraha naon saha piye pira endi sopo opo ngopo`,
  laugh: `wkwk haha lol lmao rofl kwkw ngakak xd 😂 🤣 😆 😹 💀`,
  only: `doang saja hanya cuma melulu semata sekadar sekedar just only mere merely tok thok wungkul`,
  time: `jam hari minggu bulan tahun kemarin semalam tadi lama dulu sejak semenjak abad periode berhari berbulan bertahun hours days weeks months years since ago taun sasi dinten sabulan setahun sebulan seminggu seharian`,
  thanks: `terima_kasih thank thanks alhamdulillah syukur nuhun suwun appreciate grateful haturnuhun`,
  request: `tolong mohon minta harap diharapkan harapan dong sekalian usul saran please kindly perbaiki segera cepat coba hayu`,
  prayer: `semoga amin aamiin doa ya_allah allah insyaallah bismillah innalillahi tuhan yarab gusti pray god hope wish 🙏 🤲`,
  claim: `katanya janji pencitraan wacana omong bilangnya ngakunya konon slogan kampanye klaim teori gimik formalitas settingan pemilu foto seremonial seremoni baliho promise promises claim supposedly promised`,
  mock: `🤡 🙄 😏 😂 🤣 👏 🙃 😅 🤔 🤭 😌 🫠 😬 🤪 🐸 ☕ 🗿 👻 🐒 🤥 luar_biasa hebat mantap selamat keren salut bravo`,
  again: `lagi terus masih selalu tiap setiap melulu sering kali berkali again always still every mulu saban terus_menerus ulang nambah`,
  absent: `belum kosong habis nihil hilang tiada mana lewat doang gone nobody nothing none empty belom menunggu tunggu nunggu antri`,
  official: `bapak ibu bupati gubernur wali kota camat lurah presiden menteri dinas pemerintah pemda pemkab pemkot pejabat dewan dprd kades kadis petugas polisi aparat admin government minister mayor officials pns asn satpol`,
  strong: `banget sangat sekali amat super terlalu benar paling so very too really extremely pisan temenan tenan bana sanget nian kali bener parah gila`,
  ought: `harusnya seharusnya mestinya semestinya kalau andai andaikan coba mending mendingan lebih_baik daripada kudunya should must instead rather if kuduna kudune ideally sebaiknya alangkah`,
  advert: `jual promo ready order dm bio cek link diskon slot gacor pinjaman dana cair open wa klik bonus daftar grosir follow folback followers gabung cuan modal profit testimoni stok cod situs deposit`,
  people: `rakyat warga masyarakat wong_cilik orang kecil anak petani nelayan buruh pedagang guru honorer people citizens poor kids`,
  report: `kata ujar menurut mengatakan katakan menyampaikan menjelaskan menyatakan menegaskan mengungkapkan menyebut menyebutkan dilansir diketahui dilaporkan tercatat tersebut sebanyak sejumlah persen miliar triliun
juta senin selasa rabu kamis jumat sabtu pukul januari februari maret april mei juni juli agustus september oktober november desember melalui terkait adapun yakni yaitu merupakan terdiri berdasarkan pihaknya kementerian nasional
program anggaran kebijakan menkeu menko wakil kepala direktur ketua resmi akan said according reported announced statement percent million billion`,
  calm: `info infonya syarat persyaratan alamat lokasi jadwal nomor telepon website link cara daftar berkas fotokopi kk ktp hadir nyimak izin bertanya permisi punten simak up follow cek tag mention share bantu jawab kontak hubungi requirement schedule where`,
} as const;

export type Group = keyof typeof GROUPS;

export const GROUP_NAMES = Object.keys(GROUPS) as Group[];

/** Bit of each group in a word's marks. */
export const BIT = Object.fromEntries(GROUP_NAMES.map((name, at) => [name, 1 << at])) as Readonly<Record<Group, number>>;

/** The groups of each word, as bits. Two words joined by `_` are a pair of neighbours, or what slang stands for. */
export const MARKS: ReadonlyMap<string, number> = marks();

function marks(): Map<string, number> {
  const found = new Map<string, number>();
  const put = (name: Group, words: string) => {
    for (const word of words.trim().split(/\s+/)) found.set(word, (found.get(word) ?? 0) | BIT[name]);
  };
  for (const name of GROUP_NAMES) put(name, GROUPS[name]);
  put('positive', PRAISE);
  put('negative', BLAME);
  return found;
}
