/** Exports: name, text, and `line:column rule` of the finding, or null where the export is clean. */
export const exported: readonly (readonly [name: string, file: string, text: string, at: string | null])[] = [
  ['a register of complaints', 'a.csv', 'Tanggal,Nama Pelapor,Isi\n2026-09-01,Budi,Jalan rusak\n', '1:9 personal'],
  ['its head below a title', 'a.csv', 'Laporan September\n\nNo;NIK;Isi\n1;x;y\n', '3:4 personal'],
  ['heads with other signs', 'a.tsv', 'id\tE-Mail\n1\tx\n', '1:4 personal'],
  ['heads in quotation marks', 'a.csv', '"id","No. HP"\n1,x\n', '1:6 personal'],
  ['a column of NIK', 'a.csv', 'no,kode\n1,3174054107900001\n2,3201011505850002\n', '2:3 personal'],
  ['a column of addresses', 'a.csv', 'no,kontak\n1,a@b.id\n2,c@d.go.id\n3,\n', '2:3 personal'],
  ['a column of mobile numbers', 'a.csv', 'no;wa\n1;0812-3456-7890\n2;+62 813 4567 890\n', '2:3 personal'],
  ['fields of persons in JSON', 'a.json', '[\n  {"id": 1, "nama_pelapor": "x"}\n]', '2:13 personal'],
  ['a token', 'a.csv', `url\nhttps://x.example/?access_${'token'}=${'a1'.repeat(20)}\n`, '2:20 secret'],
  ['a head with a hidden character', 'a.csv', 'no,NIK\u202e\n1,x\n', '1:4 personal'],
  ['what can\'t be looked into', 'a.zip', 'PK', '1:1 extension'],
  ['own posts with a hotline', 'a.csv', 'Post ID,Title,Reach\n122104968428123456,"Hubungi 0812-3456-7890,\natau humas@b.id",12\n122104968428123457,"Call 112",3\n', null],
  ['post ids of 16 digits', 'a.csv', 'Post ID,Reach\n1020304050607080,1\n1020304050607999,2\n1020991350607999,2\n', null],
  ['figures that begin with 628', 'a.csv', 'day,views\n2026-09-01,6281\n2026-09-02,62\n', null],
  ['one address in a long column', 'a.csv', 'n,text\n1,a@b.id\n2,kata\n3,kata\n4,kata\n', null],
  ['an open quotation mark', 'a.csv', 'a,b\n"1,2\n3,4\n', null],
];
