/**
 * How people type words of everyday Indonesian: shortened, without vowels, as spoken. One line a word as it is written in full, then the ways
 * in which it is typed. Written for this project. A word that is short for two things stands under the commoner one.
 */
const SPELLINGS = `
tidak: gak ga gk gax nggak ngga enggak engga kagak kaga kgk gakk ndak nda tdk tdak tak tida tidk ngak ngk nggk ora gapake gha enggk
bukan: bkn bukn bukannya bknnya
belum: blm blum belom blom belon blon blun belm
jangan: jgn jangn jngn jan jgan
sudah: udah udh sdh dah uda sudh sdah dh ud wis wes suda sudahh udahh
saja: aja aj doank ajh ae wae ajah jah sja
hanya: cuma cuman cm cmn cma cumn hny
doang: doank dowang doangg dwang
banget: bgt bngt bgtt bget banged bangt bangat bnget bet bener2 bgd bngtt bgtu2
sekali: skali skl
sangat: sgt sngat sanget
yang: yg yng yangg iang
dan: dn
dengan: dgn dg dngan dengn sm sama ama
untuk: utk tuk untk buat bwt bt
dari: dr dri drpd
ke: k
pada: pd
kalau: kalo klo kl klu kalu klau kl0 kalow
karena: krn karna krna gara2 gegara soalnya soale
tetapi: tapi tp tpi ttp2 tetep2 tpii tapii
tetap: tetep ttp ttep ttap
juga: jg jga jugak jgaa
lagi: lg lgi lagii lgii
masih: msh msih masi msi
harus: hrs hrus kudu mesti musti
bisa: bs bsa bisaa iso biso
akan: bakal bkl bakalan akn
ini: ni nih nie nich ne2
itu: tu tuh tuch ituu
begitu: gitu gt gtu bgtu begtu gituu
begini: gini gn bgini gni gini2
bagaimana: gimana gmn gmna bgmn bgaimana gimna piye kumaha gmana
mengapa: kenapa knp knapa napa ngapa knpa kenp kok koq ko ngopo
kapan: kpn kapn kapann
dimana: dmn dmana dimna dmna mana mn
siapa: sp spa sapa
apa: ap apaa apah apo
berapa: brp brapa brpa
saya: sy aku ak gue gw gua ane q aq gwe w sya sayah
kamu: km kmu lu lo elu elo loe u kau kowe ente mu2 kmuu
kami: kmi
kita: kt kta qta
mereka: mrk mreka mrka
dia: doi diaa
orang: org ornag orng wong urang
anak: ank anakk bocah bocil anak2 anaknya
bapak: bpk bapk pak pa bpak papak
ibu: bu buk ibuk bunda
kakak: kak ka kk kka
abang: bang bg bng
admin: min mimin mimim atmin minmin adm mimi2
terima_kasih: makasih makasi mksh trims trimakasih terimakasih thx tks thanks thank tq thankyou makasii makasihh tengkyu tencu trmksh tksh nuhun suwun matur_nuwun hatur_nuhun makaci trimksh thanx mksih tengkyuu
tolong: tlg tlong tolongg tulung tulong plis please pls plss pliss tolongin pliz
mohon: mhn mohn mohoon mohonn
maaf: maap sori sorry sory mf punten ngapunten map2 maapin
semoga: smoga smg smga moga mudah2an mudah_mudahan mugi mugi2 moga2
amin: aamiin aminn aamiinn amiin aminnn amien aamin
bagus: bgus bagos baguss bgs apik
baik: baek bae bek2 baikk
benar: bener bnr bnar benr bnerr benerr
betul: btul btl betull
enak: enk enakk
mantap: mantab mantul mantep mntp mantaap mantappu mntap mantav mantaf mantapp mantabb mntb mantull
keren: kren krenn kerenn kerren kereen
hebat: hbat hebatt
senang: seneng snang snng senengg
suka: sk sukaa
sayang: syg sayangg syang
cinta: cnta
jelek: jlek jelekk elek jlk
buruk: bruk
parah: prah parahh paraah parh
rusak: rsk rusakk
lama: lamaa lamo lma lm lamanya
lambat: lamban lelet lemot lmbat lola
cepat: cepet cpt cpat gercep sat_set satset cepett cpet
mahal: mhl mahall larang2
murah: mrah mrh murahh
susah: ssh susahh syusah ssah
sulit: slit
gampang: gmpang gmpng
mudah: mdh
malas: males mls mles malesin
kesal: kesel kzl ksel sebel sebal kezel keselll dongkol
marah: mrh2 marahh
sedih: sdh2 sedihh sdih sedihhh
kecewa: kcewa kecewaa kecwa
capek: cape capek2 cpk capekk capee lelah
pusing: pusinggg puyeng pyng
takut: tkut takutt
bohong: boong bo'ong bohongg ngibul ngapusi boongan
tipu: nipu ditipu ketipu penipu penipuan tipu2
korupsi: korup koruptor korupsii garong
uang: duit duid dwit wang duitt duwit
bayar: byr bayarr mbayar
gratis: grtis gratisss free
pemerintah: pmrntah pemrintah pemrth pemerinth
masyarakat: masy masyrkt mayarakat masyarakt msyrkt masarakat
rakyat: rkyt rakjat rakyt
warga: wrga wargaa
kabupaten: kab
kecamatan: kec
kelurahan: kel
rumah_sakit: rs rsud
sekolah: skolah sklh skul sekolahan
jalan: jln jalanan jlan jalann
jembatan: jmbatan jembtan
banjir: bnjir banjirr banjr kebanjiran
listrik: lstrik listrk
lampu: lmpu
mati: mt matii
petugas: ptgas ptugas
pelayanan: playanan plynan pelayanann yanlik
layanan: lyanan
kantor: ktr kntor kantorr
kerja: krja krj kerjaa gawe
tahun: thn tahn taun th
bulan: bln buln
minggu: mgg mnggu
hari: hr hri
jam: jm
malam: mlm malem mlem
pagi: pgi
siang: siank
sore: sorre
kemarin: kmrn kemaren kmren kmarin kemren wingi
sekarang: skrg skr skrng skrang sekarng skg saiki
nanti: ntar nti ntr entar tar mengko
besok: bsk besuk bsok
tadi: td tdi barusan
dulu: dlu dl duluu
pernah: prnh prnah
selalu: slalu sll sllu
sering: srg sring
terus: trs trus truss teros trz mulu
kadang: kdg kdang kadang2
banyak: bnyk byk bnyak banyakk bnyakk akeh
sedikit: dikit dkit sdikit sitik
semua: smua smw semuanya smuanya kabeh smuaa
lebih: lbh lebi lbih
paling: plg pling
kurang: krg krang kurg
besar: gede gde bsr gedhe
kecil: kcl cilik
baru: br bru baruu
jadi: jd jdi dadi
ada: ad adaa onok ana
punya: pny pnya
tahu: tau tw taw ngerti
lihat: liat lht lyat liatt
dengar: denger dngr
bilang: blg blng ngomong ngmg
tanya: nanya tny nanyak
jawab: jwb jwab jawap bales balas bls
buka: bka
tutup: ttup tutp
masuk: msk masukk
keluar: kluar klr
pulang: plg2 plang balik blk
pergi: prgi
datang: dateng dtg dtng dateg
tunggu: tggu nunggu tunggu2 nungguin nungguu
dapat: dapet dpt dapt dapetin
minta: mnta mta mintak
kasih: ksh kasi kasii ngasih ngasi
ambil: ambl ngambil
pakai: pake pk pkai make pakek
beli: bli meli mbeli
jual: jualan jwal
naik: naek naikk
turun: trun
perbaiki: benerin perbaikin betulin benahi benerin2 dibenerin dibetulin diperbaiki
urus: ngurus diurus urusin ngurusin diurusin
cari: nyari carik nyr
coba: cb cba nyoba cobak
percaya: pcy percya prcaya
yakin: ykn
pasti: psti pst
memang: emang emg mmg mang emng
kayak: kyk kaya kek kyak ky kyakk kyknya kayaknya
seperti: sprt sperti spt
misalnya: misal mis
sampai: sampe smp smpe sampek nyampe ampe smpai nyampek
supaya: spy biar agar
walaupun: walau meski meskipun wlpun
padahal: pdhl padhl pdahal
daripada: drpda ketimbang
sebelum: sblm sblum
sesudah: setelah stlh stelah abis habis
tempat: tmpt tmpat
teman: temen tmn temn konco
keluarga: klrga
kawasan: kwsan
informasi: info infonya infokan infoin inpo
nomor: nmr nomer no2
telepon: telp tlp tlpn telpon
pesan: psn chat cht
gambar: pict foto poto pic
aplikasi: apk app apps aplikasinya
daring: online onlen
internet: inet internt
sinyal: signal sinyall
motor: mtr motorr
mobil: mbl mobill
kereta: krl krta
kesehatan: kshatan
pendidikan: pddkan pndidikan
guru: gr2 guruu
siswa: murid sswa
dokter: dr2 dokterr dktr
vaksin: vaksinasi vaxin vksin vaksinn
pajak: pajek pjk pajakk
bantuan: bantuin bansos bnsos bantuann bltt blt
beras: bras berass
sampah: sampahh smpah
bau: bauk bauu
kotor: ktor kotorr jorok
bersih: brsh bersihh
aman: amann amaan
nyaman: nyamann
tertib: trtib
ramah: ramahh
jujur: jjur
adil: adill
sehat: sehatt
semangat: smangat semangatt smngt
sukses: suksess
lanjut: lanjutkan gas gass gaskeun lanjutt gasskeun
setuju: stuju setujuu
dukung: dkung support suport
hadir: hadirr hdr
siap: siapp syap
oke: ok okay okey oce okee sip siip sipp okeh
iya: ya iyaa yaa yaaa yo ye iyaaa
anjing: anjir anjay njir anjg anjrit anjim anjas bjir njing jir anying anjirr anjirlah
bangsat: bgst bngst bangsatt
goblok: gblk goblog bego beg0 begoo gblg geblek
bodoh: bodo bdh bodohh dungu pekok
gila: gilak gela gilee gokil gilaa
tolol: tll tololl
brengsek: brngsek
sialan: sial kampret asem asu jancok jancuk cok cuk bajingan
wkwk: wkwkwk wkwkwkwk wk wkwkw awokawok awokwok wkakaka wakakak kwkwk wkkw xixi wkwkwkwkwk wkwkkw
haha: hahaha hahah hahahaha wahaha hehehe hehe hihi hihihi ahaha xaxa haha2 hhh hhhh hahahah
nangis: nangess nangiss menangis mewek hiks huhu huhuhu hiks2
langsung: lgsg lgsung lsg langsng
segera: sgera segeraa asap
padat: pdat
macet: mcet macett muacet
gelap: gelep peteng
bahaya: bhaya bahayaa
celaka: kecelakaan clk
hilang: ilang hlang
kosong: kosongg ksong kopong
penuh: pnuh
panas: pnas panass sumuk
dingin: dngin adem
janji: jnji janji2 janjinya
pencitraan: citra pencitraann
percuma: prcuma cuma2 sia2
biasa: bisa2 biasaa
katanya: ktnya ktanya jarene konon
makanya: mknya mkanya
maksud: mksd maksd
penting: pnting
pejabat: pejabt pjbt
presiden: pres presidn
gubernur: gub gubernr
bupati: bupatii bpti
polisi: pulisi polis
`;

/** The word in full (parts of two words joined by `_`) of each way in which it is typed. */
export const SLANG: ReadonlyMap<string, string> = new Map(
  SPELLINGS.trim()
    .split('\n')
    .flatMap((line) => {
      const [full = '', typed = ''] = line.split(': ');
      return typed.split(' ').map((one) => [one, full] as const);
    }),
);
