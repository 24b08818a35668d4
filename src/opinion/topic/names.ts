import { TITLES } from './titles.ts';

/**
 * Words that are names of persons in Indonesia, many of them everyday words as well ("indah", "bunga", "bintang"). None may surface by itself. Written
 * for this project from general knowledge; no register of persons was used, and it names nobody.
 */
const GIVEN = `
abdul abdi abdillah abdullah abdurrahman abidin abimanyu abu achmad adelia adi adinda aditya adnan afif afifah afnan agnes agung agus agustin
agustina ahmad aini ainun aisyah ajeng akbar akhmad alamsyah albert aldi alex alfa alfian alfonsus ali alif alifa alim alvin alya alvian amalia amanda amar ambo bun cucu
ambar amelia amin amina aminah amir amirah amiruddin anastasia andhika andi andika andini andra andre andreas andri andriani andy anggi anggita anggun anggraini
angga ani anika anisa anissa anita anjani annisa anton antonius anugerah anugrah anwar apri aprilia aprilio arafah ardi ardian ardiansyah arfan ari arief arif
arifin aris arjuna arman armando arsyad arum arya asep asih asri asmara asnawi astrid astuti asti atik atika audrey aulia aurel aurelia awaludin ayu ayunda azhar
aziz azizah azka azzahra badrun bagas bagus bahar bahri bahrudin bakri bambang banyu basir baso basri bastian basuki bayu beni benny bening bernadus berlian besse
betty bima bintang bobby boedi budi budiman bunga burhan burhanuddin cahaya cahya cahyadi cahyani cahyo cahyono candra catur cecep celine chairul chandra christian
christine cici cindy cinta cipta citra clara cut dadan dadang daeng dahlan daniel dani danu danang darma darmawan darmi darsono darto darwin darwis david dede dedi dedy
deni denny desi desak desi desy dewa dewi dewo dewanti dhani diah dian diana diandra dika dimas dina dinda dini dita djoko dodi donny dono dudung dwi dwita dyah
edi eddy edo edwin edy effendi efendi eka eko elang elisa elisabeth elly elok elsa ema embun emil emilia endah endang endra eni enjang eric erik erika erlangga
erna ernawati erni ersa erwin esti eti eva evan evi fadhil fadhilah fadil fadillah fadli fahmi fahri faisal faiz faizal fajar fandi farah farel farhan farid farida fariz
faruq fatih fatimah fatma fatmawati faturrahman fauzan fauzi fauziah febri febrian febriana feby felicia fendi feri ferry fifi fikri firda firdaus firman fitra fitri fitria
fitriani fransiska franciscus galang galih galuh ganda gandi ganjar gatot gede gempita gerry gilang gita guntur gunawan gunadi gus gusti habib habibah hadi hafiz hafizh
haikal haji hakim halim halimah hamdan hamid hamidah hamka hamzah hana handayani handoko hani hanif hanifah hanum hariadi hariyadi hariyanto harjo harmoko
haris harris harry harsono hartati hartini hartono harun haryadi haryanto haryono hasan hasanah hasanuddin hasbi hasyim hasna hendra hendri hendrik hendro heni henny heri
herman hermanto hermawan hermin herry heru hery hesti hidayah hidayat hidayati hilman husein husni hutomo ibnu ibrahim icha ida idris iis ika ikhsan ikhwan ilham
ilyas imam iman imas imelda imron ina inayah indah indra indrawan indri indriani intan ipung iqbal ira irawan irfan irma irsyad irwan isa iskandar ismail ismi isna
isnaini istiqomah iwan iyan jafar jaka jaja jajang jamal jamaludin jamilah jaya jayadi jefri jenny jeremia jessica jihan johan johannes joko jokowi jono jonathan
joshua juanda juliana julianti junaidi juniarti juwita kadek kamal kamila karim karina karmila karno karsono kartika kartini karto kasim kasman kayla keisha kemal ketut
khairul khairunnisa khadijah khalid khalisa kharisma kholifah kinanti kirana komang kosasih kris krisna kristian kristina kukuh kurnia kurniadi kurniasih kurniati
kurniawan kusnadi kusno kusuma kuswanto lailatul laila laksmi lala lani laras larasati lastri latif latifah lena leni lestari lia liana lidya lilik lilis lina linda lintang lisa
lita livia lola luh lukas lukman lulu lusi lusiana luthfi lutfi made magdalena mahendra mahmud mahmudah maimunah malik mamat maman mansur margono maria
mariam marini marni marsudi marsya marta martha martini maryam maryani maryati maryono mas'ud mashudi masruroh maulana maulida mawar maya mega megawati meilani mela melani melati melinda
melisa mentari meri merry michael mila mira miranda mirna misbah mochamad moh mohamad mohammad muchtar mudakir muh muhamad muhammad muhidin muji mukhlis
mukti mulia mulyadi mulyana mulyani mulyono munawar munir murni murniati mursid musa muslim mustafa mustika mustofa mutia mutiara mutmainah muzakki nabila nabilah nadia nadya najwa
nana nanang nanda nani nasir nasrul nasrudin nata natalia nathan nawang naufal nazwa neneng nengah nevi nia nika nining nina nirmala nisa nita noer nofi noni nonik nova novi novia noviana
novianti novita ngatimin ngurah nugraha nugroho nunung nur nuraini nurdin nurhadi nurhasanah nurhayati nuri nurjanah nurlaela nurlela nurmala nurul nyoman oka okta oktavia oktaviani olivia
omar otong paijo paimin panca pandu panji paramita parman parmin parto paryono patimah patricia paulus permana permata pertiwi petrus pipit ponijan ponirah poppy prabowo
pradana pradipta prakoso pramana pramesti prana pranata prasetya prasetyo prasojo pratama pratiwi prayitno prayoga prihatin priska priyanto priyono puan puji pujiati
puput purnama purnomo purwadi purwanto purwati puspa puspita puspitasari putra putri putu rachmat rachmawati raden radit raditya rafa rafi rafli raga rahayu rahma rahmah rahman rahmad
rahmat rahmawati rahmi raihan raisa raja raka rama ramadhan ramadhani ramdan ramli rani ranti rara rasyid ratih ratna ratri ratu rayhan reihan reni renny resa resti restu
reva reyhan reza rhoma ria riana rian ridho ridwan rifqi rika riki rina rini riri risa riska risma rita riyadi riyanti riyanto rizal rizki rizky rizqi robert robi robby rochmat rofi
rohani rohman rohmah rokhim roni romi ronny rosa rosdiana rosi rosidah rosita roy rudi rudiyanto rudy rukmana rukmini ruli rusdi ruslan rusli rusmini sabar sabrina sadam safira
safitri sahrul saiful sakinah sakti salim salma salman salsabila samsudin samsul samuel sandi sandy sandra santi santo santosa santoso sapto sapta saras saraswati sari sarah sarjono sarno
sarwono sastra satria satrio satya sekar selamet selvi septi septian septiani setia setiadi setiawan setiawati setyo setyawan shafa shanti shinta sherly sholeh sigit silvi silvia sinta siska siswanto siswoyo siti slamet soekarno
soeharto sofia sofyan soleh solihin solikin sonia sri stefan stefani stella stevan subagyo subandi subekti sucipto sudarmaji sudarman sudarmono sudarsono sudarti sudarto
sudirman sudiro sugeng sugiarti sugiarto sugianto sugiharto sugito sugiyanto sugiyono suhada suhardi suharti suharto suhartono suhendar suhendra suherman sujarwo sujatmiko sujono sukarno sukardi sukarman
sukarti sukma sukmawati sulaeman sulaiman sulastri suleman sulis sulistiyo sulistyo sulistyowati sultan sumardi sumarni sumarno sumarsono sumarti sumiati suminah sumitro sumiyati
sunardi sunarsih sunarti sunarto sunaryo sundari suparman suparmi suparno suparti supardi supratman supri supriadi supriyadi supriyanto supriyono suprapti suprapto surati surono surti surya suryadi suryana suryani suryanto
suryati suryo susan susanti susanto susi susilawati susilo susy sutarman sutarmi sutarno sutanto sutejo sutini sutiyoso sutopo sutrisno suwandi suwardi suwarni suwarno suwito
suyanti suyanto suyatmi suyatno suyono syafii syafira syahid syahril syahrini syaiful syamsiah syamsul syarif syarifah syifa tami tantri tarman tasya tatang tatik tedi teddy teguh tejo tesa
tiara tika tina tini tirta titi titik titin tito tohir tomi tommy toni tono totok toto tri triana trimo trisna tukijan tukiman tumini tuti tutik tyas ucok udin ujang ulfa umar umi untung usman ustman utami
utari utomo uun vania vera veronika vicky victor vina vincent vino vira vita wahab wahid wahyu wahyudi wahyuni wahyuningsih waluyo wardana wardani wardoyo warni warsito wasito watik wawan wayan welas
wening wibawa wibisono wibowo wicaksono widada widi widia widiastuti widya widyastuti widodo wien wijaya wijayanti wildan willy wina winarni winarno winarsih windi wira wiranto wirawan wiryawan wisnu wiwik wiwin wulan wulandari
yadi yahya yana yani yanti yanto yanuar yati yayan yayuk yayat yeni yenny yohana yohanes yoga yogi yolanda yoni yono yopi yosef yoseph yosi yuda yudha yudhi yudi yudistira yuli yulia yuliana yulianti yulianto
yuliati yulita yuni yuniar yunita yunus yusri yusron yusuf zahra zaenab zaenal zaid zainab zainal zainuddin zaki zakaria zaskia zidan zubaidah zuhri zul zulaikha zulfa zulfikar zulkarnain zulkifli
`;

/** Family and clan names, titles of birth and second names, of many peoples of country. */
const FAMILY = `
adisaputra adiwijaya alatas albar alhabsyi alkatiri assegaf aritonang banjarnahor bangun barus batubara baskoro budiarto budiono budiyono butarbutar chaniago daulay damanik darmadi darmanto darsana
depari djojohadikusumo ginting girsang gultom hadikusumo hadiwijaya handoyo harahap harapan hasibuan hasugian hutabarat hutagalung hutajulu hutapea hutasoit hutauruk iswahyudi
kaban karo kartosuwiryo kaunang koto kusumawati kusumo lase latuconsina latuheru leimena lubis lumbantobing lumbanraja lumbantoruan lumentut makarim malau manalu mandagi mangkunegara manik manullang manurung manuhutu marbun
marpaung matulessy matondang mendrofa mokodompit naibaho nababan nadeak nainggolan nasution napitupulu ndraha ningrat notonegoro nugrahanto pakpahan pandjaitan panggabean panjaitan
pangaribuan pangestu parhusip pasaribu pattinama pattipeilohy pardede perangin pesulima piliang pohan purba purwaningsih rajagukguk rangkuti ritonga rumahorbo runtuwene
sagala saragi saragih samosir santika saputra saputri saputro sasongko sebayang sembiring sihite siahaan siagian sianipar sianturi sibarani sibuea siburian sidabutar sidabalok sihaloho
sihombing sihotang silaban silaen silalahi silitonga simamora simanjuntak simangunsong simanungkalit simarmata simatupang simbolon sinaga sinambela siregar sirait siringoringo
sitanggang sitepu sitinjak sitohang sitompul sitorus situmeang situmorang situngkir soeprapto soetomo soedibyo sondakh sudibyo sumantri sutedja suwarsono syahputra syahputri tambunan tampubolon
tanjung tarigan telaumbanua tobing tumbelaka waworuntu wattimena wenas wongso wonoto zebua zega zendrato zalukhu gulo harefa laia halawa dachi lombu hia daeli
tan lim liem oei oey kwee kho khouw gouw goh liauw tjandra tjahjadi tjong tjoa thio njoo hartanto halimawan hartawan husada jusuf kosasih kurniawan limanto lukito nugroho rusli santosa sanjaya suhartanto
tanoto tanuwijaya tanzil wibawanto widjaja widjajanto winata wirya wiryadi angkasa budihardjo gunarso salimin setiabudi sutanto
ida cokorda tjokorda karaeng petta puang datu baiq teungku teuku tuanku sutan datuk marga roro rara tubagus ratu pangeran
`;

/** Endings of Javanese and Sundanese names, long enough that hardly a word of language has them. */
const ENDING =
  /^[a-z]{2,}(?:awati|ningsih|ningrum|ningtyas|wardhana|wardhani|wijaya|kusuma|yanto|yanti|yono|iyem|wanto|wanti|widodo|waluyo|diningrat|negoro|negara|prasetyo|saputra|saputri|astuti|uddin|udin|rahman|syah|ullah|gunawan|hardjo|hartono|atmaja|atmojo|santoso)$/;

const NAMES: ReadonlySet<string> = new Set(
  `${GIVEN} ${FAMILY}`.split(/[\s-]+/).filter((name) => name !== '' && !TITLES.has(name)),
);

/** Whether a word, in small letters, is or may well be a person's name. */
export function isName(word: string): boolean {
  return NAMES.has(word) || NAMES.has(word.replace(/nya$/, '')) || ENDING.test(word);
}
