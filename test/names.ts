/**
 * Names as people in Indonesia bear them, put together for the tests: nobody in particular is meant. Written apart from the list in src/opinion, and many of
 * their words do not stand in it.
 */
const PEOPLES: readonly (readonly [given: string, family: string])[] = [
  // Javanese
  [
    'slamet ngatiman tukijo paijem wagimin suratmi kasinem mugiyem ponimin jumadi warsini kasiran tumirah ngadiman wakidi',
    'widodo riyadi hadisuwito martodikromo pawirodiharjo tjokrowardoyo mangunsong kertopati wirosableng singodimejo',
  ],
  // Sundanese
  [
    'asep cucu ujang engkos entin aceng euis cicih otang omay encep yayah enung dadang apep',
    'suherlan kosasih sutisna rukanda permadi wiganda sopandi rohendi karnadi suryaman',
  ],
  // Batak
  [
    'parlindungan tiurma monang rotua pandapotan tiodor maruli sahala bonar lamtiur hotman togar saut dapot marisi',
    'simanjuntak situmorang lumbangaol nadapdap sinurat hutahaean pasaribu siahaan tampubolon manihuruk',
  ],
  // Balinese
  [
    'wayan made nyoman ketut putu kadek komang gede luh ayu gusti ngurah dewa desak cokorda',
    'sudiarta mastrini suastika arnawa widiana sukerti adnyana sudarsana parwata wirama',
  ],
  // Bugis and Makassar
  [
    'baso becce ambo daeng besse makkulau rosmiati tenri sitti lanre bau pallawa nganro karaeng maddukelleng',
    'mappasere tawakkal manggabarani pettarani palaguna sikki matutu nompo tiro kulle',
  ],
  // Chinese-Indonesian
  [
    'tjie giok liem hok siauw kiem bun swan lie mei hwa lan tan eng hui',
    'gunardi tedjakusuma wijaya halimsyah tanoewidjaja setiadarma lesmana hartanto budihardja sugianto',
  ],
  // Arabic-derived
  [
    'muhammad siti abdul nurul fatimah khoirul zulkifli maimunah syarifuddin hamidah burhanuddin rukayah mukhtar ramlah sholihin',
    'assegaf rahman hasanah baihaqi shihab zainuri fauziyah marzuki hambali nawawi',
  ],
  // Minangkabau and Malay
  [
    'buyung upiak syafril erizal desmawati zulherman nofrizal yulbaini rosnelli mardalis syahrul ermayulis afrizal nasrul yusmaniar',
    'chaniago koto piliang jambak sikumbang tanjung guci mandahiling pitopang domo',
  ],
  // Minahasa, Maluku, Nusa Tenggara, Papua
  [
    'yohanis marthen agustinus yuliana barnabas frans herlina meky selfina oktovianus yakobus dorkas melkianus elsina yance',
    'lumowa wenda tabuni mandagi leiwakabessy tuhumury seran bouk kogoya rumbiak',
  ],
  // Words that are names as well
  [
    'surya bunga bintang indah guntur fajar cahaya permata melati kurnia anugerah wahyu mega rahmat mulia',
    'lestari perkasa indah pertiwi purnama ramadhan setia utama jaya kusuma',
  ],
  // New names
  [
    'kenzo azka shaqueena alvaro nayyara arkana zhafira rafasya queenara gavin xaviera elzio mikhayla gibran aleesya',
    'pradipta maheswari alfarizqi nareswari dhananjaya wiratama prameswari adhitama khairani bagaskara',
  ],
];

/** One-word names. */
const SINGLE =
  'sumarlin mujiono ngatmo tugiyem suwarsi paiman rubiyah satimin kartolo wasiyem sarpin kusmini tarmidi jumingan saliyem rasiman legiman rusminah tohari sudikin mardiyem kliwon pahing ponco legiyem';

export const NAMES: readonly string[] = [
  ...PEOPLES.flatMap(([given, family]) => {
    const [first, second] = [given.split(' '), family.split(' ')];
    return first.flatMap((name, at) => [0, 3, 7].map((step) => `${name} ${second[(at + step) % second.length] ?? ''}`));
  }),
  ...SINGLE.split(' '),
];

/** Every single word of them. */
export const PARTS: readonly string[] = [...new Set(NAMES.flatMap((name) => name.split(' ')))];
