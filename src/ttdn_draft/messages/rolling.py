"""Messages 860 to 879: a document of last year is made that of another year, what changes in it and what is left."""

from .texts import N_, Message

ROLLING: dict[str, Message] = {
    "N860": Message(N_("Năm, kỳ của bản năm {old} chuyển sang năm {year}."), N_("Xem lại nếu chỗ này nói về năm khác.")),
    "N861": Message(N_("Hạn của bản năm {old} chuyển sang năm {year}."), N_("Xem lại ngày, tháng theo kế hoạch năm nay.")),
    "W862": Message(N_("Hạn {words} là {day_off}."), N_("Chọn ngày làm việc trước đó, nếu cơ quan không trực.")),
    "N862": Message(N_("Số của năm {old} chuyển sang cột của năm trước."), N_("Đối chiếu với báo cáo đã ban hành.")),
    "N863": Message(N_("Số năm, mốc tính lại cho năm {year}{tier}."), N_("Cân nhắc bỏ nếu không phải năm tròn, năm lẻ 5.")),
    "N864": Message(N_("Danh sách ngày kỷ niệm soạn lại cho năm {year} như một bản soạn mới (nguồn: {source}). Ngày cũ thôi nêu: {dropped}. Ngày mới: {added}."), N_("Đối chiếu với hướng dẫn về các ngày lễ lớn của năm.")),
    "N865": Message(N_("{words} là văn bản riêng của năm {old}."), N_("Ghi văn bản của năm {year} vào chỗ để trống, hoặc bỏ câu dẫn.")),
    "W866": Message(N_("Chưa rõ {words} còn hiệu lực vào ngày {day} hay không: bảng viện dẫn không có văn bản này."), N_("Tra lại; còn hiệu lực thì giữ, hết hiệu lực thì thay văn bản khác.")),
    "N867": Message(N_("Số, ngày, chuẩn trình bày và số lần dự thảo là của bản năm {old}."), N_("Ghi số, ngày khi ban hành.")),
    "N868": Message(N_("Tên cơ quan, người ký theo ngày {day} (nguồn: {source})."), N_("Xem lại trước khi trình ký.")),
    "N869": Message(N_("Số liệu, kết quả của bản năm {old}, để trống."), N_("Ghi số liệu của kỳ này; số cũ đứng sau dấu — trong ngoặc.")),
    "N870": Message(N_("Điều phải kiểm tra ở đầu bản năm {old} viết ra tại chỗ dùng."), N_("Điều còn trong dấu [cần kiểm tra: …] thì tra lại cho năm nay.")),
    "W870": Message(N_("Thời điểm {words} là của một việc trong bản năm {old}."), N_("Sửa theo năm {year}, hoặc bỏ câu này.")),
    "W871": Message(N_("{words} vào ngày {day} {why} (nguồn: {source})."), N_("Dẫn văn bản đang có hiệu lực{newer}, hoặc bỏ.")),
    "N872": Message(N_("Giữ «{words}»: {why}."), N_("Xem lại; sửa nếu chỗ này phải nói về năm {year}.")),
    "N873": Message(N_("Giữ «{words}»: lần, khoá, kỳ hoặc số năm của bản năm {old}."), N_("Xem lại số thứ tự, số năm của năm {year}.")),
    "N874": Message(N_("Giữ «{words}», chữ chỉ cấp của nơi ban hành cũ."), N_("Sửa theo nơi ban hành mới, hoặc thêm «cũ» nếu nói về thời gian trước đó.")),
    "W874": Message(N_("Giữ «{words}», tên đơn vị không còn vào ngày {day}; nay thuộc {now}."), N_("Ghi tên mới, hoặc thêm «cũ» nếu nói về thời gian trước đó.")),
    "W875": Message(N_("Chưa tự sửa được «{words}»: trong tệp có dấu in đậm, in nghiêng xen giữa, hoặc viết trên nhiều dòng."), N_("Tự sửa thành: {right}")),
    "N876": Message(N_("Giữ {key} như bản năm {old}, trừ chỗ có trong danh sách thay đổi."), N_("Đối chiếu với tên, nơi nhận, người soạn hiện nay.")),
    "N877": Message(N_("Giữ chỉ tiêu «{words}» của bản năm {old}."), N_("Xem lại theo kế hoạch năm {year}.")),
    "N879": Message(N_("Giữ {words}, dù {status}: câu dẫn kể việc đã qua."), N_("Xem lại câu này cho năm {year}: bỏ, hoặc dẫn văn bản đang có hiệu lực.")),
    "N878": Message(N_("Câu về quan hệ ngoại giao soạn lại cho năm {year} theo bảng quan hệ của chương trình."), N_("Đối chiếu số nước, mức quan hệ.")),
    "E875": Message(N_("Nơi ban hành của bản cũ, «{words}», không còn vào ngày {day}; nay là {now}."), N_("Cho biết nay ai ban hành: thêm --tinh {province}, và --co-quan MÃ nếu không phải cơ quan thường ban hành loại này.")),
    "E876": Message(N_("Bản cũ là của năm {old}; không chuyển sang năm {year} được."), N_("Sau --nam ghi năm sau năm {old}; muốn sửa bản của chính năm đó thì chép tệp ra rồi sửa.")),
    "E877": Message(N_("Bản cũ là {kind}, không phải {asked}."), N_("Ghi đúng loại của bản cũ: ttdn-draft new {known} --tu …; chuyển loại thì soạn mới, không dùng --tu.")),
    "E878": Message(N_("Không biết bản cũ là của năm nào: trích yếu không ghi một năm, ngày cũng không có."), N_("Thêm --tu-nam NĂM, ví dụ --tu-nam 2026.")),
    "E879": Message(N_("Nơi ban hành của bản cũ, «{words}», không còn vào ngày {day}."), N_("Cho biết nay ai ban hành: thêm --tinh {province} --xa TÊN, với một trong các xã, phường: {parts}; hoặc --tinh {province} --co-quan MÃ nếu nay là cơ quan cấp tỉnh.")),
}  # fmt: skip
