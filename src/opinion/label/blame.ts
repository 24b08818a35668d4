/**
 * Words that mostly blame, complain, mock or tell of something that went wrong; insults too, since comments have them. Joined by `_` two
 * neighbours.
 * Written for this project; a hint each, no verdict: see lexicon.ts.
 */
export const BLAME = `
absurd acak acakadut alasan alergi alot amarah ambles ambrol ambyar amis amoral amplop anarkis anarkistis ancam ancaman aneh anger anjir anjlog anjlok
anjrit antek apatis apek apes apkir asbun asshole atret awis awkward awut bacok badeur badly balada banal bancakan bangkai bangkar bangke bangkrut bangor
bankrupt bantet barangsiak barau batal batalin batalkan bego bejibun beler bengis bengkak bengong bentak berang berantem berbelit berbisa berbohong
berdalih berdarah berdosa berduka bergejolak bergelombang berhutang berkarat berkelahi berkeluh berkubang berlebihan berlumpur berlumut bermasalah bernanah
berongga berserakan bertele bertengkar bete biang binasa bingung bitch blackout blaen blame blamed blokir blunder bobol bodho bolongor bolot bombardir
boncos bonyok bored boring borok bosok bother bothered bribe bribery bribes broke brutal bubarin bubarkan bubrah bullshit bungkam buntu buntung bunuh buram
burik buruknya busung butek buyar buzzer cacat cacian cacimaki cape caper careless cebong cedera cekcok cela cemberut cemburu cemen cemooh cengeng ceroboh
cetek chaos chaotic cheat cheated cikeruh cilaka ciloko ciut clueless collapse collapsed complain complaining complaint complaints concern concerned
confused confusing copet crash crashed crashes crazy cringe cruel cuekin cupu cursed cuts dajjal dakwaan dalih damage damaged dammit dangkal darurat death
debt defisit degil dekadensi dekil deleg dendam deny depresi depressed depressing deritanya devastated devastating dianaktirikan diare dibacok dibajak
dibakar dibantai dibanting dibatalkan dibebani dibedakan dibegal dibego dibodohi dibodohin dibohongi dibohongin diboikot dibom dibuang dibully dibunuh
dicabut dicaci dicampakkan dicekik dicemooh dicopot dicoret dicurangi dicuri didiamkan didiskriminasi died dies difficult difitnah digantung digantungin
digodhog digondol digrebek digusur dihina dihujat diinjak dijambret dijarah dijebak dijilat dikacangin dikadali dikadalin dikambinghitamkan dikebiri
dikecewakan dikecualikan dikerjain dikhawatirkan dikhianati dikibuli dikibulin dikorbankan dikorup dikorupsi dikucilkan dilecehkan dilema dilempar
dimainkan dimaki dimanfaatkan dimarahi dimarahin dimintai dimutasi dinistakan dioper dipaksa dipalsukan dipandang dipangkas dipecat dipelintir dipenjara
diperbudak dipermainkan dipersekusi dipersoalkan dipertanyakan dipotong dipukul dipukuli dipungut diragukan dirampas dirampok diremehkan diributkan dirusak
disabotase disagree disalahgunakan disalahkan disangkal disappointment disaster disayangkan discrimination disekap diselewengkan disembunyikan disepelekan
disesalkan disgrace disgusted disia disikat disiksa disindir disingkirkan dislike disogok disrespect disrespectful disunat disuruh ditabrak ditahan
ditangguhkan ditekan ditelan ditendang ditimbun ditindas ditinggal ditipu ditolak ditunda ditutupi ditutupin diulur diungkit diusir diusut divonis
diwaspadai dodol dongkol dugaan duh duka dumb dumbass durhaka durjana dying egois eksploitasi embarrassed embarrassing emoh emosi encer enek enggan enyah
euweuh evil eweuh excuse excuses exhausted exhausting failing fails fanatik fasis fault fear feodal flood flooded fobia fool fooled fraud freaking frustasi
frustrasi furious gaada gabecus gabisa gaboleh gaduh gaenak gagalnya gagap gaguna gajelas galau gamau gamutu ganas gandeng gangguan garbage garong gatal
gawat gebuk gelandangan geleuh geli gembel gemes gemuruh gendeng genting gerah geram gerogoti getir getun ghosting gibah gimmick gondok gonjang goreng
gosip goyah greed greedy gross gugup guilty gujrud gundah gundul gusar gusur halu halusinasi hambar hambatan hamburkan hampa hancurkan handeueul hangus
hanyut haram harassment hareudang harm hasut hated hates hedon hell hentikan heran heurin hina hinaan histeris hoaxs honcewang hoream horor horrific huft
huh hujat hurt hurts hutang hypocrite hypocrites idiots ignorance ignore ignoring ilegal ilfil illegal imbas iming inconvenient ingkar insane insult
intimidasi intrik invalid iri ironi ironis irritating isin jablay jadul jahanam jahat jahil jail jambret jammed jancok jancuk jangar janggal jarah jengkel
jenuh jera jerat jeritan jerk jerumus jomplang jompo judheg judi judol kacida kadaluarsa kadaluwarsa kaduhung kageutahan kagok kalah kalap kalut kampungan
kandas kapusan karam karat karatan karut kasar kasian kasihan kasiksa kasus katrok keasinan kebablasan kebacut kebakaran kebal kebangetan kebanjiran
kebencian keberatan keblinger kebobolan kebocoran kebodohan kebohongan kebusukan kecanduan kecele kecelik kecewanya kecolongan kecopetan kecurangan
kecurian kedaluwarsa kedinginan kedodoran kedok keenakan kegaduhan kegagalan keganggu kegedean kegelapan kehabisan kehilangan kehujanan kejahatan kejang
kejatuhan kejauhan kejebak kejeblos kejengkang kekacauan kekecewaan kekecilan kekejaman kekerasan kekeringan kekhawatiran kekurangan kekurangannya
kelabakan kelam kelamaan kelangan kelaparan kelelep kelet kelewat kelewatan kelilit keliru kemacetan kemahalan kemalaman kemalingan kemanisan kemarahan
kematian kemelaratan kemerosotan kemiskinan kemunduran kendala kengerian kentut kepagian kepaksa kepanasan keparat kepeleset kepleset kerendem kerepotan
keributan kericuhan keriput kerugian kerusakan kerusuhan kesakitan kesalahan kesandung kesasar kesel keseleo kesengsaraan kesenjangan kesepian keserempet
kesetrum kesiangan kesleo kesulitan kesurupan kesuwen ketabrak ketakutan keterlaluan ketidakadilan ketidakjelasan ketidakpastian ketidakpuasan ketiduran
ketimpangan ketinggalan ketipu ketus ketutup keueung kewalahan kewirangan khawatirnya khianat kill killed killing kisruh kkn klepto kokoro kolaps kolot
kolusi kongkalikong kongsi koplak kopong korslet korsleting kotoran koyak kriminal krisis kroni kronis kudet kumat kunyuk kurangajar kurap kusam kusut
kutil lacur lagak laknatullah lalawora lalim lambaat lamban lambatnya lambek lame lancang langgar larange larut laughable leak leaking lebay lecek lecet
ledek ledis lelah lemes lemotnya lengah lesu letih leuheung leungit liars lied lieur lintah loser losing loss lousy loyo lumpuh lumpur lunglai luntur mabuk
macetnya mad madesu magrong maki makian malangnya malapetaka malpraktek malpraktik malprosedur mangkel manipulasi manipulatif masalah matre mbelgedhes
mblenger mbulet melanggar melarat melas melempem melenceng melonjak memaki memaksa memalak memanas memanfaatkan memanipulasi memar membahayakan membayangi
membebankan membengkak membiarkan membingungkan membodohi membohongi membosankan membual membuang membunuh memburuk membusuk memelas memeras memicu
memiriskan memiskinkan memperburuk memperkaya memperparah mempersulit memuakkan memungut menaikkan menakuti menakutkan menampar mencaci mencederai mencekam
mencemari mencemaskan mencla mencoreng mencret mencuri mencurigakan mendiamkan mendzalimi menelantarkan mengabaikan mengacaukan mengada mengambang
mengancam menganggur mengeluh mengemis mengenaskan mengerikan mengganggu menggelapkan menggusur menghambat menghamburkan menghancurkan mengherankan
menghilang menghina menghisap mengincar mengkhawatirkan mengkhianati mengkorupsi mengorbankan mengulur mengungsi menguras mengusir menindas menipu menjarah
menjerat menjerit menjijikan menjijikkan menjilat menular menumpuk menunda menunggak menuntut menurun menusuk menutupi menyakiti menyakitkan
menyalahgunakan menyalahkan menyedihkan menyengat menyepelekan menyesakkan menyesatkan menyiksa menyimpang menyindir menyogok menyulitkan menyusahkan
meradang meragukan merajalela merampas merampok merana merebak merengek meresahkan merosot merugi merugikan merusak mesum miring miserable misery mislead
misleading missing mistake mocking modar mogok moron mual mubadzir muddy munafiq mundurlah mungkir muntah murka murtad musibah musnah musuh naas nafsu
nahas najis nakal nalangsa nanggung napsu narsis nasty neglect neglected nekat nelongso nepo nepotis nestapa ngabisin ngabohong ngaco ngadat ngakal
ngambang ngambek ngamuk ngarang ngarugikeun ngarusak ngebacot ngeblank ngebohong ngeboongin ngebul ngehe ngelag ngelantur ngeles ngelu ngeluh ngelunjak
ngemis ngemplang ngenteni ngentot ngeri ngerugiin ngerusak ngeselin ngewa ngeyel ngganggu nggilani nggondok nggregetake nggrundel ngibul ngilang ngilu
ngomel ngos ngotorin ngotot ngrusak nguap ngulur nguras ngutang ngutil nipu nirempati nista nombok nonaktif numpuk nyakitin nyalahin nyampah nyangkut
nyasar nyawa nyebahi nyebelin nyerah nyeri nyesek nyiksa nyinyir nyolong nyolot nyungsep nyuri nyusahin nyusahkeun nyusruk nyut ocehan offensive ogah ojo
ompong onar ongol oon oplosan oportunis ordal ota otoriter outage outrageous overcrowded overload overpriced owah paeh pahit pain painful pait pakak palak
palaur pamrih pandir panik pantek parasit pareum pareumeun parno patah payahnya pecah pedih pegel pelanggaran pelecehan pelik pelit pemaksaan pemalakan
pemalas pemalsu pemangkasan pembiaran pembodohan pembohong pembohongan pemborosan pembunuh pembunuhan pemerasan pemerkosaan penat pencabulan pencemaran
pendusta pengangguran penganiayaan pengap pengecut pengemis penggelapan penggusuran penghianat pengkhianat pengkhianatan pengungsi penindasan penipu
penipuan penjahat penjajah penjajahan penjilat penurunan penyakit penyalahgunaan penyelewengan penyesalan penyiksaan penyok penyuap perampok perampokan
perih perpecahan perundungan perusak perusakan peteng pikaambekeun pikasebeleun pikun pilu pincang pingsan pissed pity plagiat plinplan poek poho pointless
poorly pothole potholes poverty poyok prank propaganda protesnya protest provokator proyekan pukulan pungutan punish puyeng rabun racist racun rage ragu
raib rancu ranjau ranting rapuh rariweuh rarusak rasis rasuah refuse refused reject rejected rekasa rekoso remeh remek rempong remuk renta rese resek
resesi rewel ribetnya ricuh ridiculously rintangan rintihan ripoff ripuh risk riweh riweuh robbed robbery rombeng rongsok rontok rotten rubbish rudet ruin
ruined rujit rumit rungsing runyam rusuah ruwed sableng sabotase sadly saik salah salahkan samar sambat sandiwara sangsara sarang satire sawan scam scandal
scary screwed screwing seadanya seenak seenaknya sekarat selewengkan selingkuh semaput semaunya semena sempit semprul semrawutnya sengkarut seram serem
seret serobot sesak sesat sesumbar setan shameless shocking siasia sickening siksa silap sinis sinking sirik skandal skeptis slowly smell smells smelly
soak sogok sogokan sok somse sontoloyo soro steal stealing stinks stolen stressed stressful struggle struggling stuck suffer suffering sukar sulitnya
sumpek suram surem susahe susahnya suuzon suwene suwi syirik syok tabrak tabrakan tadanga tahi taseso tegang teganya tekor telantar telas teler telmi
tembok temperamen tendensius tenggelam tengik terabaikan terancam teraniaya terbakar terbatas terbebani terbelakang terbelit terbodoh terbuang terburuk
tercecer tercekik tercela tercemar tercengang terdakwa terdampak terendam terganggu tergelincir tergerus terguling tergusur terhalang terhambat terhenti
terhimpit terhina terinfeksi terinjak teriris terisolasi terisolir terjajah terjangkit terjatuh terjebak terjepit terjerat terjerembab terjerumus terkapar
terkatung terkecoh terkejut terkendala terkorban terkunci terkutuk terlena terlewat terluka termahal termakan termarjinalkan teror teroris terpaksa
terpancing terparah terpeleset terperangkap terperosok terpinggirkan terpuruk terrified tersakiti tersandung tersangka tersayat tersendat terseret tersesat
tersiksa tersinggung tersingkir tersumpal tertabrak tertekan tertimbun tertindas tertinggal tertipu tertunda tertutup terusir thief thieves threat tikus
tilep timpang tindas tiris titipan tolonglah toxic tragedi tragedy tragic tragis trash trauma trouble tuli tumbal tumbang tumpah tumpul tunawisma tunduh
tunggakan tuyul ugh ughh ugly ujub unacceptable unbearable unhappy unjust unlucky unnecessary unprofessional unreliable untrue upeti upset urakan usang
usik victim violence wabah wadaw waduh wafat war warning wasting weak wedi wegah weird whining wirang worthless yaelah yatim yelling yikes zina
acan_aya acan_beres adu_domba alot_banget alun_ado alun_juo anak_tiri angel_tenan angin_surga antre_lagi asa_dibobodo audit_dana audit_dong awis_pisan
awon_pisan babak_belur bagi_hasil baku_hantam banjir_lagi basi_banget batuk_terus bau_banget bau_pisan bayar_lagi belum_ada belum_cair belum_dapat
belum_dibayar belum_dijawab belum_diperbaiki belum_jadi belum_juga belum_kelar belum_masuk belum_pernah belum_selesai belum_terealisasi belum_turun
berisik_banget berlebihan_banget bikin_emosi bikin_kesal bikin_malas bikin_marah bikin_mual bikin_pusing bikin_ribet bocor_semua bolak_balik bosan_lihat
bubarkan_saja buta_hati buta_mata can_aya can_beres can_turun cape_pisan capek_banget capek_lihat cari_aman cari_duit carut_marut copot_saja cuci_tangan
dampak_buruk dana_hilang dana_ke debat_kusir demam_habis di_php diaudit_dong dibeda_bedakan dibongkar_lagi diduga_korupsi dijual_lagi dilempar_lempar
dimakan_tikus dipandang_sebelah diperiksa_kpk dirawat_karena disuruh_balik disuruh_bayar disuruh_nunggu disuruh_pulang ditolak_lagi duitnya_kemana
durung_dadi durung_entuk durung_mudun durung_rampung durung_teka elek_tenan emosi_banget empty_promise empty_promises enough_is error_melulu error_terus
fed_up force_close gaada_gunanya gadang_ota gagal_fokus gagal_lagi gagal_paham gagal_terus gagal_total gak_habis gak_malu ganti_saja gatal_gatal
gedhe_omonge gelap_banget gemes_lihat give_up gives_up hangus_semua hapus_saja harga_naik harus_antri harus_bayar harus_berapa harus_bolak harus_nunggu
harus_viral hentikan_saja hese_pisan hitam_di how_long indak_ado indak_bisa indak_datang indak_jaleh ingkar_janji isapan_jempol isi_kantong iuran_naik
janji_kampanye janji_lagi janji_mulu janji_surga janji_terus janji_tinggal janji_tok janji_wungkul jatah_preman jatuh_bangun jauh_panggang jelek_banget
kacang_lupa kagak_ada kagak_becus kambing_hitam kanai_tipu kapan_beresnya kapan_kelarnya kapan_majunya kapan_sadar kapan_selesainya kasian_rakyat
kasian_warga kasihan_anak kasihan_rakyat ke_kantong kebanyakan_alasan kebanyakan_gaya kebanyakan_janji kebanyakan_rapat kecek_se kecewa_banget kecewa_berat
kecewa_sekali kedinginan_ac keluar_biaya kemana_aja kemana_duitnya kemana_saja kena_mental kena_php kena_tipu kenapa_belum kenapa_harus kenapa_masih
kenapa_selalu kenapa_tidak kenyang_janji kepala_batu keracunan_lagi keracunan_massal keras_banget keras_kepala keringat_dingin kesel_banget kesel_pisan
ketar_ketir ketinggian_harganya klasik_alasannya kok_begini kok_belum kok_bisa kok_ditutup kok_gelap kok_gini kok_gitu kok_hilang kok_lama kok_mahal
kok_malah kok_masih kok_nggak kok_susah kok_tega kok_tidak korban_janji kotor_banget kurang_ajar kurang_bersih kurang_cepat kurang_informasi kurang_jelas
kurang_kerjaan kurang_pas kurang_perhatian kurang_petugas kurang_ramah kurang_rapi kurang_setuju kurang_tanggap kurang_terawat kurus_kering kusam_banget
ladang_duit ladang_korupsi lama_banget lambat_banget lambek_bana larang_tenan lebih_buruk lebih_mahal lebih_parah lebih_susah lelet_tenan lemot_banget
lempar_sana lempar_tanggung lepas_kendali lila_pisan loading_mulu loading_terus loba_omong logout_sendiri lupa_diri lupa_janji lupa_rakyat macan_ompong
macet_banget macet_pisan maha_bana mahal_banget mahal_pisan main_belakang main_mata main_uang makan_hati makan_uang makin_buruk makin_kacau makin_kotor
makin_lama makin_macet makin_mahal makin_parah makin_ribet makin_rusak makin_susah malas_banget malu_lihat mana_buktinya mana_hasilnya mana_janji
mana_solusinya masa_bodoh masih_belum masih_gelap masih_macet masih_mahal masih_rusak masih_sama masuk_kantong masuk_kuping masuk_rumah mata_duitan
mati_kutu mati_lagi mati_suri mati_terus mau_berapa mau_sampai melayang_nyawa melesat_harganya membabi_buta memecah_belah mencla_mencle menelan_korban
menguap_anggaran meninggal_dunia meninggal_karena merasa_dirugikan mimpi_buruk minta_jatah minta_uang miris_lihat mohon_dibenahi mohon_dievaluasi
mohon_diperbaiki mohon_ditindak muak_lihat muka_badak muka_dua muka_tembok mulut_besar mulut_manis mumet_tenan mundur_aja mundur_saja mung_janji
muter_muter muter_terus naik_lagi naik_terus nego_dulu never_again never_comes never_fixed never_works ngaco_banget ngan_janji nge_lag ngeri_lihat
nggak_guna ngisi_dompet ngulur_waktu no_answer no_reply no_response nol_besar nongol_doang not_fair not_good not_working nothing_changes numpang_foto
nunggu_korban nunggu_viral nyari_muka nyeri_hate obral_janji omong_besar omong_doang omong_tok omong_wungkul ora_ana ora_becus ora_bener ora_cetha ora_dadi
ora_gelem ora_genah ora_isa ora_iso ora_mlaku ora_mudheng ora_mutu ora_nyambung ora_ono ora_peduli ora_rampung ora_tekan ora_urus orang_dalam orang_miskin
orang_susah padat_merayap pajak_naik panas_banget parah_banget patah_hati payah_bana pecat_saja pelan_banget pendek_akal penuh_sesak pepesan_kosong
percuma_bayar percuma_komplain percuma_lapor percuma_protes perlu_dibenahi perlu_dievaluasi perlu_diperbaiki php_mulu php_terus pilih_pilih plin_plan
porak_poranda pp_mulu pungutan_liar pura_pura pura_tuli putar_balik putus_asa rakyat_dibohongi rakyat_dirugikan rakyat_jadi rakyat_kecil rakyat_menjerit
rakyat_miskin rakyat_susah ribet_banget ridiculous_price ruksak_pisan rusak_bana rusak_lagi rusak_tenan salah_data salah_kaprah salah_sasaran salah_urus
salam_tempel sampai_kapan sampe_kapan sangat_buruk sangat_disayangkan sangat_kecewa sangat_lambat sebatas_janji sedih_lihat seenak_jidat seenak_perut
seenak_udel sekadar_formalitas semau_gue semena_mena sempit_banget sengaja_dibiarkan server_down server_error sesak_napas sesal_nanti setengah_hati
setengah_mati sia_sia sick_of simpang_siur slow_respon so_bad so_expensive so_sad so_slow so_tired sok_sibuk sok_tau still_no still_not still_waiting
stop_lying stop_saja sudah_basi suka_hati suka_suka suruh_balik suruh_bayar suruh_nunggu susah_bana susah_banget susah_pisan suwe_tenan tagih_janji
tai_kucing tambah_kacau tambah_macet tambah_mahal tambah_parah tambah_rusak tambah_susah tangkap_semua tanpa_hasil tanpa_kabar tanpa_kejelasan tanpa_solusi
tarif_naik telan_ludah tenggelam_lagi terbukti_bersalah terkatung_katung terkena_tipu terlalu_lama tersangka_korupsi teu_acan teu_adil teu_aya teu_baleg
teu_beres teu_bisa teu_cageur teu_daek teu_datang teu_jelas teu_jujur teu_meunang teu_puguh teu_tiasa tewas_di tidak_adanya tidak_aman tidak_amanah
tidak_beradab tidak_berfungsi tidak_berguna tidak_bermoral tidak_bermutu tidak_bisa tidak_dapat tidak_datang tidak_dianggap tidak_diangkat tidak_dibalas
tidak_digubris tidak_dijawab tidak_dilayani tidak_direspon tidak_efektif tidak_enak tidak_gratis tidak_jadi tidak_jalan tidak_jujur tidak_kelar
tidak_konsisten tidak_kunjung tidak_laku tidak_malu tidak_manusiawi tidak_masuk tidak_mau tidak_mempan tidak_merata tidak_mutu tidak_nampak tidak_niat
tidak_nyala tidak_nyaman tidak_nyambung tidak_paham tidak_pantas tidak_profesional tidak_punya tidak_ramah tidak_rata tidak_selesai tidak_sesuai
tidak_sinkron tidak_sopan tidak_tanggap tidak_tepat tidak_terbukti tidak_terurus tidak_transparan tidak_update tidak_valid tinggal_janji tinggal_kenangan
tired_of titip_menitip tolong_dibenahi tolong_diperbaiki tolong_ditindak tolong_diusut tolong_dong too_expensive too_late too_little too_long too_many
too_slow toxic_people tumpang_tindih tunggu_korban tunggu_viral tutup_telinga tutup_terus uang_kopi uang_pelicin uang_rakyat uang_rokok uangnya_ke
ulah_oknum umbar_janji unfortunately_not urat_malu viral_dulu wacana_doang wacana_terus wadul_terus waiting_for warga_dirugikan warga_kena warga_menderita
warga_mengeluh warga_protes warga_resah waspada_penipuan waste_of worried_about wtf_is
😨 😧 😦 💣 ⚰ 🚮 🪦 🐍 🐷 🐀 ❌ 🆘 😵 🤧 😷 🥵 🥱 🖤 ☠`;
