/**
 * Words that mostly praise, thank, agree or tell of something that went well; joined by `_` two neighbours. Indonesian, English,
 * Javanese, Sundanese, Minangkabau.
 * Written for this project; a hint each, no verdict: see lexicon.ts.
 */
export const PRAISE = `
adem agreed alhamdulilah alhamdullilah ampuh andal antusias apikan appreciated appreciation apresiatif arif atraktif ayem bagja bangkit bantuin barakallah
barasiah beasiswa bening berbagi berbahagia berbakti berbudi berdaya berdedikasi berfaedah bergairah bergembira berhati berhikmah berintegritas berjasa
berkat berkelas berkembang berkesan berkualitas berlimpah bermakna bermutu bernostalgia berpengalaman berprestasi bersabar bersahabat bersahaja bersemangat
bersenang berseri bersinar bersinergi berterima berterimakasih beruntung berwibawa better bijaksana bingah bingkisan blessed brilian cemerlang cerdas
cermat cespleng cintaku cleaner cling cocok congratulations convenient cozy cuakep cute dambaan dedikasi delicious diajarin diapresiasi diarahin diarahkan
dibantu dibantuin dibenahi dibenerin diberkahi dibetulin dibimbing dicintai didengar didoakan didukung difasilitasi digratiskan dihargai dijamin dijelasin
dilancarkan dilayani dilindungi dimanjakan dipercaya diperhatikan dipermudah diprioritaskan dipuji dirawat direkomendasikan direspon direspons dirindukan
diringankan disambut disediakan diselamatkan disembuhkan disetujui disukai ditanggapi ditanggung diterima ditolong diuntungkan easier efektif efficient
efisien elegan empati empuk enjoyed enteng excited exciting fasilitatif faster favorit favoritku fleksibel fun gamblang gampang gampil ganbatte gancang
gaskeun gaspol gemah gemar gemilang gercep gigih girang gorgeous grapyak gumbira gurih hadiah hamdalah handal hangat harmonis harum hemat hero heroes
hiburan hoki homey honest hopeful humanis humoris iklas impressive improving incredible indahnya inklusif inspirasi inspiratif inspiring instagramabel
instagramable irit jaya jazakallah jazakumullah jempolan jenius jernih jitu jooss joy joyful jozz kabeneran kado kancang kangenin kasaean katulungan
keamanan kebahagiaan kebaikan kebanggaan kebantu keberhasilan kebersihannya kecakapan kecepatan kecintaan kedamaian kegembiraan kehangatan keikhlasan
keindahan kejujuran kejutan kekompakan kelancaran kelegaan kelengkapan kelezatan kemajuan kemudahan kenikmatan kenyamanan kepedulian kepenak kepuasan
keramahan kerapian kerukunan kesabaran kesayangan kesejahteraan kesembuhan kesukaan kesuksesan ketagihan keteladanan ketenangan ketepatan keterima
ketertiban ketulung ketulusan keunggulan keunikan kinclong kind kondusif konsisten kooperatif kreatifitas kreativitas kukuh lapang laughs layak legawa
legit leluasa lembut lengkap lestari lifesaver liked likes liking logis lolos loved lovely loving loyal lulus lumayan lunas luwes mabruk magnificent makasi
makasih maksimal mandiri manis manjur mantapp mantep mantull manusiawi manyanangkan mapan marvelous matang maturnuwun melayani melegakan melindungi memadai
memajukan memanjakan membahagiakan membaik membanggakan membela memberdayakan membesarkan membuahkan memesona memikat memotivasi memperbaiki memperhatikan
memperlancar mempermudah memuaskan memudahkan memuji memukau menakjubkan menang menarik menawan mencerahkan mencerdaskan mencintai mencintaimu mendamaikan
mendengarkan mendidik mendoakan mendukungmu mengagumkan mengajari mengapresiasi mengasyikkan mengayomi menggembirakan menggendong menggoda menggugah
menghargai mengharukan menghibur mengkilap menguntungkan meningkat menjaga menjamin menjanjikan menolong menyapa menyegarkan menyehatkan menyejukkan
menyelamatkan menyemangati menyenangkan menyentuh menyukai merangkul merdeka merekomendasikan meriah meringankan mewah migunani mirah mntap mujarab mulia
mumpuni murahe nagih nemenin ngabantos ngabantu ngajarin ngangenin nganterin ngebantu ngenah ngeunah nicely nolongin nostalgia nyenengin okelah optimal
orisinal outstanding padhang pandai pangsaena panuju paripurna patuh payus peace peaceful pelopor pemberani penak pengertian penghargaan penolong penyabar
penyayang perhatian pesat piala piawai pintar pinter pinuji pleased pleasure polite praktis prestasi pretty prima proaktif produktif profesionalisme
professional progresif props raharja rahayu rajin rapih rasional realistis rekomen relaks relief relieved renyah responsif rezeki rindang ringan rocks
romantis rosa rukun saena safer sakti saleh sampurna sanang sangar sanjung santai santun satisfied satset sederhana seger sehati selaras selesai sembuhkan
sempurnanya senangnya senengnya senyum sepadan sepakat setia shoutout sinergi smart smoother solid solutif spektakuler sregep stabil strategis subur
success successful suci sugema sugih sukacita sukarela suko sumanget sumringah superb surplus sweet syahdu syukron taat tabah tabarakallah taktis talented
tangguh tanggungjawab tangkas tarimokasih tartib teduh tegas teliti tenteram tentram terampil teratasi teratur terawat terbantukan terbaru terbesar terbuka
terbukti tercepat tercinta terdidik terdukung terealisasi terenak terfavorit tergerak terhibur terhormat terindah terjaga terjamin terkabul terkagum
terkendali terkesan terkini terlaksana terlayani terlengkap terlindungi termurah ternyaman terpadu terpercaya terpesona terpuaskan terpuji terrific
tersalurkan tersanjung tersayang tersedia terselamatkan tersentuh tersenyum tertangani tertata terurus terwujud thankyou thrilled thx topcer tq
transparansi transparent trep trusted ty tysm uapik ulet unggul unik untung useful utuh wajar waluya wangi warbiasa wareg wibawa winner winning worthed
yahud yay yes yess yummy
agree_with akhirnya_bisa akhirnya_dapat akhirnya_jadi akhirnya_selesai alhamdulillah_lah angkat_jempol anti_korupsi anti_macet anti_ribet ayem_tentrem
bagus_bana bagus_banget bagus_sekali baik_banget baik_sekali bangga_jadi bebas_banjir bebas_biaya bebas_calo bebas_pungli bebas_sampah becik_tenan
berdampak_baik berguna_banget berkah_selalu bermanfaat_banget bersih_banget bertanggung_jawab best_ever betah_berlama betah_lama big_thanks bintang_lima
bisa_online cekat_cekat cepat_banget cepat_sekali cepat_tanggap cepet_tenan cuma_lima cuma_sebentar cuma_sehari diangkat_jadi dikeruk_akhirnya
dilantik_selamat ditambal_rapi dua_kata elok_bana empat_kata enak_banget enak_tenan finally_fixed finally_working funny_good game_changer gerak_cepat
good_job gratis_lagi gratis_semua great_job guyub_rukun hassle_free hati_mulia hats_off hatur_nuhun hopeful_about hormat_kami hormat_saya jadi_gampang
jadi_lancar jadi_mudah jauh_lebih jempol_dua jos_pisan joss_gandos juara_rasanya juara_satu juara_umum kebantu_banget keep_it keep_up keren_banget
kerja_cepat kerja_cerdas kudos_to lamak_bana lancar_jaya langsung_beres langsung_cair langsung_datang langsung_dibantu langsung_dijawab langsung_diperbaiki
langsung_diproses langsung_ditangani langsung_jadi langsung_selesai lanjut_pak lanjut_terus layak_ditiru lega_banget life_saver lima_bintang lima_menit
looking_good looks_great maju_terus makasi_banyak makin_bagus makin_baik makin_cepat makin_keren makin_lancar makin_maju makin_mudah makin_nyaman
mantap_banget matur_nuwun matur_suksma memanjakan_lidah membantu_sekali mengantar_lansia menggugah_selera much_appreciated mudah_mudahan murah_hati
murah_pisan murah_tenan naik_kelas ngebantu_banget nice_work no_complaints no_drama no_hassle no_queue nyaman_tenan panen_raya panjang_umur pantas_dipuji
pas_banget pas_di pas_mantap patut_diapresiasi patut_dicoba perlu_diapresiasi pinter_tenan proud_of puas_banget puas_sekali ramah_banget ramah_sekali
ramai_pengunjung rancak_bana rapi_tenan resik_pisan respon_cepat sabar_banget sabar_tenan sae_pisan salam_hangat salam_hormat salam_sehat saling_bantu
salut_banget sampai_tujuan sat_set satu_hari satu_pintu sehari_jadi sehat_selalu sehat_terus sejam_jadi sekali_datang selalu_ada selamat_atas
selamat_bekerja selamat_bertugas semangat_terus semoga_amanah semoga_berkah semoga_bermanfaat semoga_lancar semoga_sehat semoga_sukses semua_gratis
senang_pisan seneng_banget sepuluh_dari sepuluh_menit seribu_jempol sesuai_harapan sesuai_janji shout_out sip_banget so_fast so_good so_helpful so_kind
someah_pisan sopan_pisan sudah_bagus sudah_benar sudah_beres sudah_cair sudah_datang sudah_diangkut sudah_dikeruk sudah_diperbaiki sudah_ditambal
sudah_jadi sudah_lancar sudah_mulus sudah_nyala sudah_selesai sudah_sembuh sudah_surut sudah_terang sudah_terima sudah_turun suka_banget suka_bungah
suka_cita sukses_selalu super_fast super_helpful super_kind tanpa_antre tanpa_antri tanpa_banjir tanpa_biaya tanpa_calo tanpa_drama tanpa_hambatan
tanpa_kendala tanpa_masalah tanpa_pungutan tanpa_ribet tarimo_kasih tepat_guna terang_ayeuna terima_bersih terjaga_bersih tetap_semangat thank_you
thumbs_up tidak_antri tidak_banjir tidak_bau tidak_bayar tidak_becek tidak_dipungut tidak_gelap tidak_kalah tidak_korupsi tidak_lama tidak_lubang
tidak_macet tidak_mahal tidak_mengecewakan tidak_menyesal tidak_nyesal tidak_nyesel tidak_padam tidak_pungli tidak_ribet tidak_sampai tidak_sulit
tidak_susah tinggal_klik tinggal_scan top_banget top_notch totally_agree very_good very_helpful very_kind wajib_coba wajib_dicoba waras_lagi well_done
win_win wis_apik wis_mulus wis_padhang wonderful_day works_great works_well worth_it wow_keren wus_wus yakin_bisa zero_accident
🥹 😋 🤤 🌈 🌸 🌺 🌷 🌻 🎁 🎈 👑 🥇 🏅 🫡 ✌ ☀ 🌞 💝 💗 💓 💞 😺 🤠 ✅ 👋 💃 🕺 🍀 🙋`;
