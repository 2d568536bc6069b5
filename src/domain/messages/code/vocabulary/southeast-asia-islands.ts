/** Indonesian, Malay, Filipino and the languages around them. */
import type { Lexicon } from "../lexicon.ts";

export const SOUTHEAST_ASIA_ISLANDS: readonly Lexicon[] = [
  {
    language: "id",
    otp: `kode verifikasi|kode otp|kode konfirmasi|kode keamanan|kode aktivasi|kode rahasia|kode masuk|kode login
      |kode autentikasi|kode akses|kode registrasi|kode pendaftaran|kode sekali pakai|kata sandi sekali pakai
      |sandi sekali pakai|password sekali pakai|kode validasi|kode sms|kode sementara|kode pemulihan|kod pengesahan|kod tac
      |nombor tac|no tac|kod keselamatan|kod pengaktifan|kata laluan sekali guna|kod sekali guna|kod verifikasi|kod otp
      |kod log masuk|kod akses|kod pengesah|kod pendaftaran|kode verif|kode pengesahan|no. tac|tac|kode verifikasimu
      |kode masukmu|kode otp-mu|kode akun|kode pemulihan akun|kode reset|kode ganti|kode pengaman|kode pin|pin sementara
      |pin sekali pakai|pin otp|kode transaksi otp|kode persetujuan otp|kode identifikasi|kode otentikasi|kode autentifikasi
      |kode otorisasi transaksi|kode sandi sementara|kode dua langkah|verifikasi dua langkah|autentikasi dua faktor
      |kata sandi sementara|password sementara|passcode|kode tanda tangan|token listrik otp|sms token|m-token|kode pengaktifan
      |kode 6 digit|6 digit kode|kod 6 digit|kod sementara|kata laluan sementara|kod pemulihan|kod pengaktif|kod pengecaman
      |kod pengesahan anda|kod kebenaran transaksi|nombor pengesahan`,
    approval: `kode otorisasi|kode persetujuan|no otorisasi|approval code|kod kelulusan|no kelulusan|kod kebenaran`,
    code: `kode|kod|sandi|kata sandi|kata laluan|password|kodenya|kodemu|kod anda|kodnya|pin|sandinya|katalaluan`,
    verify: `verifikasi*|konfirmasi*|keamanan|aktivasi|aktifkan|login|autentikasi|registrasi|mendaftar|daftar akun|memverifikasi
      |pengesahan|mengesahkan|sahkan|keselamatan|log masuk|pemulihan|akun|akaun|reset|verifikasi|konfirmasi|mengonfirmasi
      |mengkonfirmasi|masuk ke|untuk masuk|pendaftaran|identitas|identiti|melanjutkan|menyelesaikan|atur ulang|mengatur ulang
      |ganti password|ganti pin|perangkat baru|peranti baharu|otorisasi|otentikasi|mengaktifkan|mendaftar masuk|akaun anda
      |teruskan|tetapan semula|buat akun|masuk|daftar|mendaftarkan
      |memulihkan`,
    enter: `masukkan|masukan|gunakan|ketikkan|isi|guna|masuk kan|pakai|masukin|ketik kode|input|isikan|silakan masukkan
      |silahkan masukkan|masukkan kode|sila masukkan|gunakan kode|taip|gunakan kod|masukkan kod|ketik`,
    with: `dengan|dgn|menggunakan|memakai|pakai|melalui|dengan kode|lewat`,
    fetch: `ambil paket|ambil pesanan|loker|pengambilan|diambil`,
    link: `adalah|ialah|anda|kamu|untuk|ini|berikut|yaitu|di|pada|bagi|ke|akun|dgn|dengan|sebagai|utk|yg|yang|dan|mu|nya|akunmu
      |dari|kalian|silakan|silahkan|atau|oleh|masuk|lagi|tolong|sila|telah|awak|kat|baru`,
    copula: `adalah|ialah|yaitu|iaitu|merupakan|yakni`,
    share: `jangan|jgn|rahasia*|siapapun|siapa pun|sesiapa|berikan|bagikan|beri tahu|beritahu|sebarkan|kongsi|dedah|penipuan
      |tdk pernah|tidak pernah|mengatasnamakan|jangan berikan|jangan bagikan|jangan beri|jgn berikan|jangan sebarkan
      |jangan kasih|jangan kongsi|jangan dedahkan|kepada sesiapa|ke siapa pun|kepada siapapun|orang lain|pihak lain
      |termasuk pihak|dgn sesiapa|jangan bagi|sebarkan kode|kode ini ke`,
    doubt: `bukan anda|bukan kamu|jika bukan|tidak meminta|bukan kamu?|bukan anda?|jika anda tidak|tidak merasa|abaikan
      |anda tidak membuat|bukan awak`,
    valid: `berlaku|kadaluarsa|kedaluwarsa|menit|sah|tamat|luput|dalam masa|berlaku hingga|kedaluwarsa dalam|menit lagi
      |tamat tempoh|berlaku sampai|hanya berlaku`,
    stale: `telah kedaluwarsa|sudah kedaluwarsa|telah kadaluarsa|sudah tidak berlaku|tidak berlaku lagi|tidak valid|salah
      |sudah digunakan|telah digunakan|telah tamat|tidak sah|sudah expired|telah luput`,
    old: `lama|sebelumnya|yang lama|terdahulu|sebelum ini|terakhir`,
    id: `ref|no ref|no. ref|nomor referensi|kode transaksi|kode trx|no transaksi|pesanan|no pesanan|resi|no resi|nomor resi
      |kode booking|kode pos|kode bayar|kode pembayaran|virtual account|va|rekening|no rek|no. rek|rek|pelanggan|id pelanggan
      |no pelanggan|tagihan|nomor antrian|antrian|polis|kode id|kode pickup|nomor tiket|tiket|stan|kode barang|npwp|pin bb
      |kode penerimaan|nomor pengiriman|tempahan|akaun no|kode produk|kode pesanan|kode pengiriman|kode negara|kode area
      |kode bank|kode toko|kode cabang|kode referensi|kode referral|kode pelanggan|kode agen|kode promo|kode undangan
      |kode jemput|kode pengambilan|kode resi|kode penerbangan|nomor pelanggan|nomor pesanan|nomor kartu|nomor rekening
      |nomor antrean|antrean|nomor polisi|plat|plat nomor|no kartu|no. kartu|no hp|nomor id|nomor transaksi|no invoice|invoice
      |nota|kursi|gerbong|kereta|kamar|loket|poli|klaim|nomor klaim|nomor laporan|laporan|no tiket|kode tiket|produk|stok|nik
      |kk|bpjs|meter|id meter|no meter|kode unik pembayaran|kode unik|berakhir|berakhiran|kartu kredit|kartu debit|kad
      |kad kredit|kad debit|nombor pesanan|nombor rujukan|no rujukan|rujukan|nombor akaun|no akaun|bungkusan|kod produk
      |kod pos|poskod|kod penghantaran|nombor kad|no kad|kad pengenalan|resit|tuntutan|kod ahli|no siri|tempat duduk`,
    phone: `hubungi|telp|telpon|telepon|telf|balas|sms ke|info hub|u/info|pin bb|hubungi kami|dial|hubungi cs|hubungi call center
      |ketik reg|ketik stop|kirim ke|kirim sms|kirim stop|balas stop|balas ya|call center|hub.|hub 1|hub:|hub cs|wa ke
      |hantar ke|sms|dail|telefon|cs`,
    promo: `promo*|diskon*|disc|discond|potongan|voucher*|kode voucher|kupon*|hadiah*|pemenang*|pemenan|pemen4ng|menang*|undian
      |bonus*|gratis*|slmt|cashback|pinjaman|mdptkan|cek tunai|giveaway|diundi|kuota|murah|subsidi|peme*|baucar|diskaun
      |percuma|menangi|cabutan|kode diskon|kode promo|kode referral|ajak teman|undang teman|teman|temanmu|kawan|jemput kawan
      |rakan|cicilan|pinjol|tunai|dana cair|dana tunai|gratis ongkir|judi|slot gacor|taruhan|deposit|freebet|hadiah|hemat %
      |potongan harga|beli sekarang|spesial untuk|paket data|paket internet|kod promo|kod diskaun|menang|rebat|pulangan tunai
      |peluang`,
    notice: `saldo|didebet|dikredit|penarikan|setoran|pulsa|isi ulang|tagihan anda|jatuh tempo|terkirim|paket anda|pengiriman|baki
      |bayaran|topup|pesanan anda|pesananmu|telah dikirim|sedang dikirim|sudah sampai|tagihan|transfer masuk|transfer berhasil
      |pembayaran sebesar|saldo anda|sisa|tarik tunai|telah dihantar|baki anda`,
    done: `berhasil|sukses|telah dibayar|sudah dibayar|telah diterima|pembayaran berhasil|transaksi berhasil|disetujui
      |telah disetujui|lunas|terima kasih atas pembayaran|ditolak|telah berhasil|berjaya|telah diluluskan|diluluskan
      |ditransfer|telah ditransfer|terkirim`,
    unit: `menit|mnt|jam|hari|hr|detik|bulan|bln|tahun|thn|minggu|minit|digit|angka|poin|kali|gb|mb|rb|jt|ribu|juta|saat`,
    money: `rupiah|rp|idr|ringgit|rm|myr|sen|ribu|juta`,
    month: `januari|februari|maret|mei|juni|juli|agustus|oktober|nopember|desember|mac|jun|julai|ogos|disember|tgl|tanggal|senin
      |selasa|rabu|kamis|jumat|sabtu|minggu|besok`,
  },
  {
    language: "ms",
    code: `kod|kod:|kata laluan`,
    verify: `pengesahan|mengesahkan|log masuk|daftar|mendaftar
      |pemulihan|memulihkan`,
    fetch: `ambil bungkusan|ambil barang|loker|pengambilan`,
    link: `anda|untuk|ke|ini|di|bagi|baharu`,
    copula: `ialah|adalah|iaitu`,
    share: `jangan kongsi|jangan dedahkan`,
  },
  {
    language: "jv",
    otp: `kode verifikasi sampeyan|kodhe verifikasi`,
    code: `kode|kodhe|tembung sandi|sandi`,
    verify: `verifikasi*|konfirmasi|mlebu|ndaftar|aktivasi|keamanan
      |pemulihan|mulihake`,
    enter: `lebokna|ketik|gunakake|lebokake`,
    with: `nganggo|kanthi`,
    link: `iku|yaiku|nyaeta|sampeyan|panjenengan|kanggo|saka|ing|iki|ojo`,
    copula: `yaiku|iku|yakuwi`,
    share: `aja dibagi|aja menehi|marang sapa`,
  },
  {
    language: "su",
    code: `kode|konci|kecap konci|sandi`,
    verify: `verifikasi*|konfirmasi|asup|daptar|aktivasi|kaamanan
      |pamulihan|mulihkeun`,
    enter: `lebetkeun|asupkeun|anggo`,
    with: `nganggo|ku`,
    link: `anjeun|pikeun|tina|dina|ieu`,
    copula: `nyaéta|nyaeta|mangrupa`,
    share: `ulah dibagikeun|ulah`,
  },
  {
    language: "min",
    code: `kode|sandi`,
    verify: `verifikasi*|masuak`,
    link: `sanak|awak|untuak`,
    copula: `adolah|yaitu`,
  },
  {
    language: "ban",
    code: `kode`,
    verify: `verifikasi*`,
    link: `ragané`,
    copula: `inggih punika`,
  },
  {
    language: "ace",
    code: `kode`,
    verify: `verifikasi*`,
    link: `droëneuh`,
    copula: `nakeuh`,
  },
  {
    language: "bug",
    code: `kode`,
    copula: `iyanaritu`,
  },
  {
    language: "mad",
    code: `kode`,
    verify: `verifikasi`,
    copula: `iyâ arèya`,
  },
  {
    language: "bjn",
    code: `kode`,
    verify: `verifikasi`,
    link: `pian`,
    copula: `adalah`,
  },
  {
    language: "tl",
    otp: `verification code mo|code sa pag-verify|kodigo ng pag-verify|kodigo sa pag-verify|code ng kumpirmasyon|one-time pin mo
      |code sa pagkumpirma|code ng pagkumpirma|code ng pag-verify|code ng beripikasyon|kodigo ng beripikasyon
      |verification pin mo|security code mo|login code mo|one-time password mo|otp mo|authentication code mo
      |code sa pag-log in|code para sa pag-log in|pin mo|code ng seguridad|pansamantalang password|code sa seguridad`,
    code: `kodigo|password mo|code|codigo|password`,
    verify: `i-verify|pag-verify|kumpirma*|mag-log in|pag-login|beripika*|pagkumpirma|kumpirm*|beripik*|ma-verify|pag-log in
      |mag-sign in|mag-login|mag-register|i-activate|pagpaparehistro|magpatuloy|seguridad|pagkakakilanlan|makapag-log in
      |i-confirm|magrehistro|mag-rehistro|magparehistro|i-rehistro`,
    enter: `ilagay|gamitin|i-enter|ilagay ang|gamitin ang|i-type|i-enter ang|ipasok`,
    with: `gamit ang|gamit|sa pamamagitan ng`,
    fetch: `kunin ang|pick-up|i-pick up|pickup`,
    link: `ang|ay|mo|iyong|inyong|sa|para|po|ninyo|nyo|ang iyong|ng|na|ito|para sa|nito|ni|ka|i`,
    copula: `ay|ang`,
    share: `huwag|wag|ibahagi|i-share|kahit kanino|kanino man|sinuman|huwag ibahagi|huwag i-share|huwag ibigay|huwag itong
      |kaninuman|kahit kaninuman|wag ibigay|sa iba|ibigay kaninuman`,
    doubt: `hindi ikaw|kung hindi ikaw|hindi mo hiniling`,
    valid: `bisa|minuto`,
    stale: `nag-expire na|expired na|hindi na valid|hindi na balido|mali`,
    old: `luma|lumang|nakaraang`,
    id: `order mo|numero ng order|order number|card mo|account number|parcel|reference|customer number|resibo|plate number`,
    phone: `i-text|i-text ang|tumawag|tawagan|itawag|mag-text|i-dial`,
    promo: `libre*|panalo|manalo|tumaya|bonus|kumita|makuha|makakuha|i-download|premyo|promo code|mga kaibigan|kaibigan|imbitahan
      |regalo|discount|diskwento|utang|pautang|mag-load|panalunan
      |referral code|discount code`,
    notice: `ang iyong order|naipadala|na-deliver|balanse|natanggap mo`,
    done: `matagumpay|nabayaran|natanggap|naaprubahan|nakumpleto|na-debit`,
    unit: `minuto|oras|araw`,
    money: `piso|pesos|php`,
  },
  {
    language: "ceb",
    code: `code|kodigo|password`,
    verify: `pagkumpirma|pag-verify|beripik*|mag-log in|kumpirm*`,
    enter: `isulod|gamita|i-type`,
    with: `gamit ang`,
    link: `ang imong|imong|sa|ang|para|ni`,
    copula: `kay|mao|ang`,
    share: `ayaw ipaambit|ayaw kini|kang bisan kinsa|ayaw`,
  },
  {
    language: "ilo",
    code: `kodigo|code|kontrasenia`,
    verify: `panangpasingked|pasingked*|pammaneknek|kumpirm*`,
    enter: `ikabil|usaren`,
    link: `ti|mo|iti|para|dayta`,
    copula: `ket|isu ti`,
    share: `saan nga|uray siasino`,
  },
  {
    language: "hil",
    code: `code|kodigo`,
    verify: `pagpamatuod|kumpirm*`,
    link: `imo|sa|ang`,
    copula: `amo ang`,
  },
  {
    language: "war",
    code: `kodigo|code`,
    verify: `pagpamatuod`,
    link: `imo|an|ha`,
    copula: `amo an`,
  },
  {
    language: "pam",
    code: `kodigo|code`,
    copula: `ya ing`,
  },
  {
    language: "bcl",
    code: `kodigo|code`,
    link: `saimong|an`,
    copula: `iyo an`,
  },
  {
    language: "tet",
    code: `kódigu|código|liafuan-xave`,
    verify: `verifikasaun|konfirmasaun`,
    link: `ita-nia|ba|ne'e`,
    copula: `mak`,
  },
];
