import { unhung } from './words.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What stands before a person's name. */
export const TITLES = set(`
pak pa bapak bpk bpak papak bu ibu buk ibuk bunda ayah emak mak mbah mbak mba mas kang teh teteh aa bang bg abang kak kakak ka dek dik adek adik om tante pakde bude paklik bulik
mbok eyang uda uni opung ompu inang amang lae ito bli mbok gek jro koko cici ko ci encik encang encing cak ning gus lora nyai kyai kiai kiyai ustaz ustad ustadz ustadzah ustazah habib syekh haji hajah hj h
sdr sdri saudara saudari tuan nyonya ny tn nn nona dr drg drs dra ir prof r rr rm raden letkol kolonel kapten kompol akp iptu ipda aiptu aipda bripka brigadir serda sertu serma kopda kombes jenderal
mr mrs ms miss sir madam tok tengku almarhum almarhumah alm almh bernama namanya alias an si koh
`);

/** Of these, what only ever stands before a name. */
export const NAMING = set(`
sdr sdri ustaz ustad ustadz ustadzah ustazah habib syekh kyai kiai kiyai haji hajah hj gus ning drs dra letkol kapten kompol akp iptu ipda aiptu aipda bripka serda sertu serma kopda almarhum almarhumah alm almh bernama
`);

/** What somebody is by office or work: no name, and a name may follow it. */
export const ROLES = set(`
bupati wabup wakil gubernur wagub walikota wali wawali wawalkot camat sekcam lurah seklur kades sekdes kadus kepala ketua sekda sekretaris presiden wapres menteri mentri menko mendagri
kadis kabid kasi kasubag kapolsek kapolres kapolda danramil dandim kajari hakim jaksa polisi tni polri satpol satpam pp rt rw dprd dpr dewan caleg paslon cabup cawabup anggota pejabat
pns asn p3k pppk honorer guru kepsek dosen dokter bidan perawat mantri kader petugas admin min operator sopir supir kondektur kernet tukang pedagang penjual petani nelayan pemulung jukir
komisioner kpu kpps bawaslu panwas pendamping relawan korlap koordinator mandor kontraktor ormas preman oknum tetangga warga ojol kurir hansip linmas damkar
`);

/** What somebody is to another, does for a living, or is said to have done. With a word beside it, such a word may tell who is meant: "bendahara masjid", "tangkap istri". */
const PERSONS = set(`
istri isteri bini suami laki anak putra putri ayah ortu orangtua kakek nenek cucu menantu mertua ipar besan keponakan ponakan sepupu paman bibi saudara kerabat keluarga pacar tunangan mantan selingkuhan
janda duda gadis perawan cewek cowok perempuan lelaki pria wanita pemuda pemudi bocah teman kawan sahabat rekan pelakor bendahara bendum wabendum sekretaris satpam sekuriti security kasir teller
pemilik juragan majikan pengurus panitia takmir marbot imam khatib khotib ulama pendeta pastor pastur romo pedanda pemangku biksu penghulu modin suster apoteker analis ahli pengacara advokat notaris wartawan jurnalis
mahasiswa mahasiswi siswa siswi murid santri pelajar alumni rektor dekan direktur direksi dirut manajer manager manejer supervisor staf staff karyawan karyawati pegawai buruh pekerja driver pilot masinis nahkoda nakhoda montir
tukang pelayan pembantu art pengasuh penjaga kuncen juru jubir ajudan sespri asisten pelaku tersangka terdakwa terpidana napi maling pencuri copet begal rampok calo makelar dukun bandar pengedar
raja sultan adipati tokoh artis selebgram influencer youtuber seleb penyanyi pemain pelatih wasit atlet ketum bendes kasun kaur kadinkes kadisdik kadishub pj plt plh timses cawapres capres cagub cawali dirjen
sekjen irjen brigjen mayjen letjen jendral danyon danlanud danlanal dansat babinsa bhabinkamtibmas babinkamtibmas bhabin intel reserse penyidik kajati panitera tentara serdadu prajurit pamong
`);

/** Whether a word, in small letters, says what somebody is: an office, an occupation, kin, a form of address; also doubled, or with -nya and the like. */
export function points(word: string): boolean {
  return [word, unhung(word), ...word.split('-')].some((one) => PERSONS.has(one) || ROLES.has(one) || TITLES.has(one));
}

/** What stands before the name of a place or an office. */
export const PLACES = set(`
desa dusun dukuh kampung kampong kelurahan kecamatan kab kabupaten kota provinsi prov jalan jl jln gang gg pasar sungai kali bendungan jembatan pulau pantai teluk tanjung gunung bukit danau
terminal pelabuhan dermaga bandara stasiun halte masjid mushola gereja pura wihara sekolah sd sdn smp smpn sma sman smk smkn mts man min puskesmas pustu rs rsud rumah kantor dinas badan balai bank
pt cv pabrik taman alun-alun lapangan stadion museum universitas kampus pesantren ponpes dan kecamatan perumahan komplek kompleks simpang pertigaan perempatan hari pulau
di ke dari menuju se daerah wilayah kawasan arah
`);
