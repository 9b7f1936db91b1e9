"""Every sentence that a person can meet: an id goes in, its text in the chosen language comes out.

The Vietnamese text stands here, in the code; English stands in locales/en. Both are looked up at the moment of
printing, so the language can be chosen on the command line.
"""

import gettext
from dataclasses import dataclass
from functools import cache
from pathlib import Path

LOCALES = Path(__file__).parent / "locales"
DOMAIN = "ttdn_draft"
LANGUAGES = ("vi", "en")


class Marked(str):
    """A text of the catalogue: as a fact of a finding it is translated, while words of the user never are."""

    __slots__ = ()


def N_(text: str) -> Marked:  # noqa: N802 - the name that message extraction knows
    """Mark a text for the catalogue; it is translated when it is printed."""
    return Marked(text)


@cache
def _catalogue(language: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, LOCALES, [language], fallback=True)


def translate(text: str, language: str) -> str:
    """Return a Vietnamese text in the chosen language."""
    return _catalogue(language).gettext(text) if text and language != "vi" else text


@dataclass(frozen=True)
class Message:
    """What is wrong, and what to do; `{…}` are filled with the facts of a finding."""

    what: str
    do: str


MESSAGES: dict[str, Message] = {
    # 0xx: how the command was called, where the result goes
    "E001": Message(N_("Lệnh gọi sai: {problem}"), N_("Xem cách dùng: {command} --help")),
    "E010": Message(N_("Tệp kết quả đã có."), N_("Đặt tên khác bằng -o, hoặc thêm --force để ghi đè.")),
    "E011": Message(N_("Không ghi được tệp: {reason}."), N_("Kiểm tra thư mục có tồn tại, còn chỗ trống và được phép ghi.")),
    "E012": Message(N_("Tệp đang mở trong Word hoặc trình đọc PDF."), N_("Đóng tệp ở đó rồi chạy lại.")),
    "E013": Message(N_("Không có thư mục này."), N_("Tạo thư mục này trước, hoặc chọn thư mục khác bằng -o.")),
    "E014": Message(N_("Nhiều tệp cùng ghi ra một tên."), N_("Đổi tên tệp đầu vào, hoặc chạy từng tệp với -o.")),
    "E015": Message(N_("Tên tệp kết quả phải kết thúc bằng {suffix}."), N_("Ví dụ: -o huong-dan-2027.docx")),
    "E016": Message(N_("Nhiều tệp đầu vào không thể ghi chung vào một tệp."), N_("Sau -o ghi tên một thư mục đã có.")),
    "E017": Message(N_("Kết quả sẽ ghi đè lên chính mẫu."), N_("Đặt tên khác bằng -o.")),
    # 1xx: reading
    "E101": Message(N_("Không đọc loại tệp «{suffix}»."), N_("Lưu nội dung thành tệp có đuôi: {known}. Notepad: chọn All Files khi lưu để tên không thành .md.txt.")),
    "E102": Message(N_("Đây không phải tệp văn bản thuần ({kind})."), N_("Soạn nội dung trong tệp .md, .yaml hoặc .json bằng Notepad hay VS Code.")),
    "E103": Message(N_("Tệp lưu theo mã {encoding}."), N_("Trong Notepad chọn Save As, mục Encoding chọn UTF-8.")),
    "E104": Message(N_("Tệp không phải mã UTF-8 (byte {byte})."), N_("Trong Notepad chọn Save As, mục Encoding chọn UTF-8; tệp gõ TCVN3, VNI phải chuyển mã trước.")),
    "E105": Message(N_("Tệp rỗng."), N_("Chép ví dụ về sửa: ttdn-draft demo")),
    "E106": Message(N_("Không mở được tệp: {reason}."), N_("Kiểm tra tên tệp, thư mục và quyền đọc.")),
    "E107": Message(N_("Tệp lớn hơn {limit} MB."), N_("Tách tệp này thành nhiều tệp.")),
    "N108": Message(N_("{count} dòng gõ theo Unicode tổ hợp; đã đọc thành Unicode dựng sẵn."), N_("Chọn bảng mã «Unicode dựng sẵn» trong bộ gõ.")),
    "E110": Message(N_("Ký tự không dùng được trong văn bản: {character}."), N_("Xoá ký tự này, hoặc gõ lại chữ ở chỗ này.")),
    "E111": Message(N_("Có phím Tab giữa dòng chữ."), N_("Thay bằng một dấu cách; số liệu nhiều cột thì viết thành bảng.")),
    "W112": Message(N_("Có ký tự vô hình: {character}; vẫn in nguyên như vậy."), N_("Xoá đi nếu không cố ý: đặt con trỏ sau chữ đứng trước rồi bấm Delete.")),
    "W113": Message(N_("Dòng thụt vào bằng phím Tab."), N_("Thay bằng dấu cách; cấp của ý do dấu - và + quyết định.")),
    "W114": Message(N_("Số mũ gõ tay ({character}) không phải chú thích của Word."), N_("Nếu là dấu chú thích, viết [^1] và nội dung ở dòng «[^1]: …».")),
    "W115": Message(N_("Ký tự {character} không có trong phông Times New Roman; khi in sẽ lẫn phông khác."), N_("Thay bằng chữ hoặc dấu thường dùng, nếu không cố ý.")),
    "E115": Message(N_("Thiếu phần đầu giữa hai dòng ---."), N_("Dòng đầu tiên của tệp .md phải là ---; sau đó là loai, the_thuc, co_quan…")),
    "E116": Message(N_("Phần đầu không có dòng --- kết thúc."), N_("Thêm một dòng --- sau khoá cuối cùng của phần đầu.")),
    "E117": Message(N_("Phần đầu không có khoá nào."), N_("Viết mỗi khoá một dòng, ví dụ: loai: huong-dan")),
    "E118": Message(N_("Khoá {key} không viết ở phần đầu của tệp .md."), N_("Viết nội dung và chú thích bên dưới dòng --- thứ hai.")),
    "E119": Message(N_("Nội dung viết nhiều dòng mà không có dấu |: YAML nối các dòng lại và bỏ dòng mở đầu bằng #."), N_("Viết «noi_dung: |» rồi xuống dòng, mọi dòng thụt vào như nhau.")),
    "E120": Message(N_("Sai cú pháp YAML: {problem}."), N_("Đặt giá trị có dấu hai chấm, dấu # hay dấu nháy trong cặp \"…\"; thụt dòng bằng dấu cách.")),
    "E121": Message(N_("Khoá {key} viết hai lần (lần đầu ở dòng {first})."), N_("Giữ lại một dòng.")),
    "E122": Message(N_("Không dùng neo và bí danh YAML (&{name}, *{name})."), N_("Viết lại đầy đủ giá trị ở từng chỗ.")),
    "E123": Message(N_("Không dùng thẻ YAML ({tag})."), N_("Bỏ phần bắt đầu bằng dấu !; chữ có dấu ! ở đầu thì đặt trong cặp \"…\".")),
    "E124": Message(N_("Tệp chứa nhiều hơn một tài liệu YAML."), N_("Một tệp là một văn bản: xoá dòng --- thừa.")),
    "E125": Message(N_("Tên khoá phải là chữ."), N_("Viết «khoá: giá trị», mỗi khoá một dòng.")),
    "E126": Message(N_("Dữ liệu lồng nhau quá {depth} cấp."), N_("Bỏ bớt cấp lồng nhau.")),
    "E127": Message(N_("Sai cú pháp JSON: {problem}."), N_("Kiểm tra dấu phẩy, dấu ngoặc và dấu nháy kép quanh vị trí này.")),
    "W128": Message(N_("Phần «{lost}» sau giá trị là ghi chú của YAML nên không in."), N_("Đặt cả giá trị trong cặp \"…\"; nếu là ghi chú, viết một dấu cách sau dấu #.")),
    "N129": Message(N_("{key} viết trên nhiều dòng; YAML nối thành một dòng."), N_("Muốn giữ chỗ xuống dòng, viết «{key}: |-» rồi xuống dòng.")),
    "E130": Message(N_("Không dùng được trong văn bản: {what}."), N_("Viết bằng chữ thường, **đậm**, *nghiêng*, danh sách - và +, bảng; dấu đặc biệt viết kèm \\ phía trước.")),
    "E131": Message(N_("Dòng {underline} ngay dưới đoạn văn biến đoạn đó thành tiêu đề."), N_("Thêm dòng trống phía trên, hoặc viết tiêu đề bằng # ở đầu dòng.")),
    "E132": Message(N_("Tiêu đề hoặc bảng nằm thụt trong một ý."), N_("Đưa ra sát lề và để dòng trống phía trên.")),
    "E133": Message(N_("Tiêu đề không có chữ."), N_("Viết tên mục sau dấu #, cách một dấu cách.")),
    "E134": Message(N_("Tiêu đề {typed} nhảy cấp."), N_("Ở đây dùng {wanted}; các cấp phải nối tiếp nhau.")),
    "E135": Message(N_("Không dùng dấu «{marker}» ở đầu ý."), N_("Dùng - cho ý, + cho ý nhỏ, 1. cho khoản có số.")),
    "E136": Message(N_("Ý này không có chữ."), N_("Viết nội dung sau dấu đầu dòng, hoặc xoá dòng.")),
    "E137": Message(N_("Dòng bắt đầu bằng «{marker}» bị nối vào đoạn phía trên."), N_("Để một dòng trống phía trên nếu đây là ý mới; nếu không thì nối dòng này vào dòng trên. Ý mở đầu bằng dấu - và một dấu cách.")),
    "W138": Message(N_("Dấu gạch dưới không in đậm, in nghiêng mà in nguyên ra giấy."), N_("Muốn in nghiêng viết *…*, in đậm viết **…**.")),
    "W139": Message(N_("Dấu ** không thành cặp nên in nguyên ra giấy."), N_("Chữ đậm: đặt ** sát chữ ở cả hai đầu, **chữ đậm**, sau ** đóng có dấu cách. Nếu cố ý in dấu sao thì viết \\*\\*.")),
    "E140": Message(N_("Chú thích [^{label}] viết hai lần."), N_("Đặt tên khác cho một trong hai chú thích; tên dùng chung cho nội dung và mọi phụ lục.")),
    "E141": Message(N_("Chú thích [^{label}] có nhiều hơn một đoạn."), N_("Viết chú thích trong một đoạn.")),
    "E142": Message(N_("Hàng của bảng có {cells} ô, bảng có {columns} cột."), N_("Thêm hoặc bớt dấu | cho đủ số ô; dấu | trong chữ viết là \\|.")),
    "E143": Message(N_("Chú thích không đặt được trong một chú thích ([^{label}])."), N_("Chuyển dấu chú thích ra nội dung.")),
    "E144": Message(N_("Chú thích [^{label}] không có nội dung."), N_("Thêm một dòng ở cuối: [^{label}]: nội dung chú thích.")),
    "E145": Message(N_("Chú thích [^{label}] được dùng hơn một lần."), N_("Word đặt một chú thích ở một chỗ: viết chú thích thứ hai với tên khác.")),
    "E146": Message(N_("Chú thích [^{label}] không được dùng ở đâu, sẽ bị mất."), N_("Đặt dấu [^{label}] vào nội dung, hoặc xoá chú thích.")),
    "E147": Message(N_("Chú thích [^{label}] rỗng."), N_("Viết nội dung sau dấu hai chấm.")),
    "E148": Message(N_("Đoạn này có dấu | như bảng nhưng không thành bảng."), N_("Bảng cần hàng tiêu đề, hàng | --- | đủ số cột ở dưới, và một dòng trống phía trên; dấu | trong chữ viết là \\|.")),
    "E150": Message(N_("Hai dấu đầu dòng đứng liền nhau."), N_("Giữ lại một dấu; nếu là số hay năm thì viết 1\\. với dấu \\ trước dấu chấm.")),
    "W149": Message(N_("Đoạn mở đầu bằng «{marker}» in nguyên như chữ."), N_("Ý viết - và một dấu cách; khoản viết 1. và một dấu cách; tiêu đề viết # và một dấu cách, không gõ số.")),
    # 16x, 17x: data files
    "E160": Message(N_("Tệp số liệu «{name}» nằm ngoài thư mục của tệp đầu vào."), N_("Chép tệp số liệu vào cùng thư mục (hoặc thư mục con) với tệp đầu vào và ghi tên ngắn, ví dụ: so-lieu.csv")),
    "E161": Message(N_("Không đọc số liệu từ loại tệp «{suffix}»."), N_("Lưu số liệu thành tệp có đuôi: {known}.")),
    "E162": Message(N_("Không đọc được tệp số liệu: {reason}."), N_("Mở tệp bằng Excel hoặc LibreOffice, kiểm tra dấu nháy kép, rồi lưu lại thành .csv (UTF-8) hoặc .xlsx không có mật khẩu.")),
    "E163": Message(N_("Tệp số liệu rỗng."), N_("Hàng đầu là tên cột, các hàng sau là số liệu.")),
    "E164": Message(N_("Tệp số liệu có {found} hàng, giới hạn {limit}."), N_("Một bảng trong văn bản không dài đến thế: tổng hợp lại, hoặc tách tệp.")),
    "E165": Message(N_("Hàng này có {cells} ô, hàng tiêu đề có {columns} cột."), N_("Thêm hoặc bớt ô cho đủ; ô có dấu phân cách bên trong đặt trong cặp nháy kép.")),
    "E166": Message(N_("Cột thứ {number} không có tên ở hàng đầu."), N_("Ghi tên cho cột, hoặc xoá cột.")),
    "E167": Message(N_("Số «{value}» đọc được hai cách: {vi} (kiểu Việt Nam) hoặc {en} (kiểu Anh)."), N_("Thêm vào bảng so_viet: vi hoặc so_viet: en; nếu cột này là mã số thì thêm kieu: chu cho cột.")),
    "E168": Message(N_("Tệp số liệu không có cột «{name}»."), N_("Các cột hiện có: {known}.")),
    "E169": Message(N_("«{value}» không phải số, mà cột này khai kieu: so."), N_("Sửa ô này trong tệp số liệu, hoặc bỏ kieu; chỗ không có số liệu để trống hoặc ghi dấu -.")),
    "E170": Message(N_("Tệp không có trang tính «{name}»."), N_("Các trang hiện có: {known}.")),
    "E171": Message(N_("Ô {cell} là công thức chưa có kết quả."), N_("Mở tệp bằng Excel hoặc LibreOffice cho tính xong rồi lưu lại, hoặc thay công thức bằng giá trị.")),
    "E172": Message(N_("Ô gộp {cell}: không biết giá trị thuộc hàng, cột nào."), N_("Bỏ gộp ô trong trang tính này (Unmerge) và điền đủ từng ô.")),
    "E173": Message(N_("Ô {cell} báo lỗi {value}."), N_("Sửa công thức trong Excel rồi lưu lại.")),
    "E174": Message(N_("Tệp số liệu không an toàn hoặc lớn bất thường ({reason})."), N_("Chép số liệu sang một tệp mới và lưu lại; không dùng tệp không rõ nguồn.")),
    "E175": Message(N_("Bảng vừa có tu_tep vừa có hang."), N_("Giữ lại một trong hai khoá.")),
    "N176": Message(N_("{count} số được làm tròn đúng như Excel hiển thị."), N_("Muốn in nhiều chữ số hơn thì tăng số chữ số thập phân của ô trong Excel.")),
    "N177": Message(N_("Đọc trang tính «{title}»; tệp còn trang khác: {others}."), N_("Ghi trang_tinh để chọn trang.")),
    "E178": Message(N_("Tệp số liệu có {found} cột, giới hạn {limit}."), N_("Bỏ bớt cột: một trang giấy không đủ chỗ.")),
    # 2xx: the data against the schema
    "E179": Message(N_("Ô {cell} có định dạng «{form}» nên không in lại được đúng như Excel hiển thị."), N_("Trong Excel gõ lại ô này thành chữ, hoặc chọn định dạng đơn giản: Number, Percentage, dd/mm/yyyy, mm/yyyy, [h]:mm.")),
    "E180": Message(N_("Cột «{name}» được khai hai lần trong cot."), N_("Gộp thành một mục cho cột này.")),
    "E181": Message(N_("Tệp số liệu có {count} cột cùng tên «{name}» nên không biết khai cho cột nào."), N_("Đặt tên khác nhau cho các cột ở hàng đầu của tệp, hoặc bỏ mục này trong cot.")),
    "E182": Message(N_("Tệp .csv không có trang tính."), N_("Bỏ khoá trang_tinh, hoặc lưu số liệu thành tệp .xlsx.")),
    "E183": Message(N_("Không tìm thấy dấu phân cách cột: không có dấu ; , hay Tab mà có dấu {delimiter}."), N_("Lưu lại tệp với dấu ; giữa các cột; trong Excel chọn Save As, loại CSV UTF-8.")),
    "E184": Message(N_("Tệp số liệu này không phải .csv mà là {kind}."), N_("Tệp Excel: đặt đuôi .xlsx, hoặc mở bằng Excel rồi chọn Save As, loại CSV UTF-8.")),
    "E185": Message(N_("Tệp số liệu lưu theo mã {encoding}."), N_("Trong Excel chọn Save As, loại CSV UTF-8 (không chọn Unicode Text); hoặc lưu thành .xlsx.")),
    "E186": Message(N_("Tệp số liệu không phải mã UTF-8 (byte {byte})."), N_("Trong Excel chọn Save As, loại CSV UTF-8; hoặc lưu thành .xlsx.")),
    "E187": Message(N_("Tên tệp «{name}» có dấu \\."), N_("Viết dấu / giữa thư mục và tệp: {plain}")),
    "E188": Message(N_("Ô {cell} nằm ngoài các cột có tên ở hàng đầu."), N_("Ghi tên cho cột ở hàng đầu, hoặc xoá ô này.")),
    "E189": Message(N_("Khoá {key} có {found} mục, giới hạn {limit}."), N_("Một bảng trong văn bản không dài đến thế: tổng hợp lại, hoặc tách thành nhiều văn bản.")),
    "E201": Message(N_("Thiếu khoá {key} ({title}) trong {inside}."), N_("Thêm dòng «{key}: …», ví dụ: {example}")),
    "E202": Message(N_("Không có khoá {key}."), N_("Sửa tên khoá{guess}. Các khoá dùng được: {known}.")),
    "E203": Message(N_("Giá trị {value} sai kiểu."), N_("Cần: {wanted}. Chữ có dấu hai chấm đặt trong \"…\"; danh sách viết mỗi dòng một mục, mở đầu bằng dấu - và một dấu cách.")),
    "E204": Message(N_("Giá trị {value} không dùng được."), N_("Chọn một trong: {known}.")),
    "E205": Message(N_("Giá trị {value} viết sai dạng."), N_("Viết như ví dụ: {example}")),
    "E206": Message(N_("Mỗi khối nội dung có đúng một trong các khoá muc, doan, khoan, gach, cong, bang (ở đây: {found})."), N_("Tách thành nhiều khối, hoặc thêm khoá còn thiếu.")),
    "E207": Message(N_("Giá trị {value} ngoài giới hạn ({limit}: {bound})."), N_("Viết như ví dụ: {example}")),
    "E208": Message(N_("Chưa có nội dung."), N_("Viết nội dung bên dưới dòng --- thứ hai, hoặc trong khoá noi_dung.")),
    "E209": Message(N_("Giá trị để trống."), N_("Viết nội dung, ví dụ: {example}")),
    "E210": Message(N_("Không có ngày {value} trong lịch."), N_("Kiểm tra lại ngày, tháng, năm.")),
    "E211": Message(N_("Thứ tự cấp đánh số sai: {value}."), N_("Xếp theo thứ tự {order}; cấp 1.1 phải có cấp 1 phía trước.")),
    "E212": Message(N_("Tiêu đề sâu hơn {limit} cấp."), N_("Viết cấp này thành khoản hoặc ý.")),
    "E213": Message(N_("Hàng này chiếm {found} cột, bảng có {columns} cột."), N_("Thêm, bớt ô hoặc sửa gop_cot, gop_hang.")),
    "E214": Message(N_("Ô gộp kéo quá cuối bảng."), N_("Giảm gop_hang.")),
    "E223": Message(N_("Theo {profile}, {kind} không có phần Kính gửi."), N_("Bỏ khoá kinh_gui; nơi nhận viết ở noi_nhan.")),
    "E230": Message(N_("Chưa khai bảng «{name}»."), N_("Sửa tên bảng{guess}, hoặc khai ở khoá bang. Các bảng đã khai: {known}.")),
    "E231": Message(N_("Bảng «{name}» được đặt hai lần."), N_("Giữ lại một chỗ; muốn in hai lần thì khai hai bảng.")),
    "E232": Message(N_("Số này quá dài để in."), N_("Mỗi số có nhiều nhất {digits} chữ số trước và {decimals} chữ số sau dấu phẩy; đổi đơn vị tính, hoặc viết thành chữ trong nháy kép.")),
    "E233": Message(N_("{mark} nằm lẫn trong chữ nên bảng không in ra ở đây."), N_("Để {mark} một mình trong một đoạn, có dòng trống phía trên và phía dưới.")),
    "E234": Message(N_("Bảng «{name}» đã khai nhưng chưa đặt vào nội dung, sẽ bị mất."), N_("Thêm một đoạn [bang: {name}] ở chỗ cần in, hoặc xoá bảng.")),
    "E235": Message(N_("Tên «{name}» dành riêng cho bảng do chương trình lập."), N_("Đặt tên khác cho bảng.")),
    "E236": Message(N_("Khoá {name} chỉ dùng cho loại văn bản {kind}."), N_("Bỏ khoá này, hoặc viết số liệu thành bảng ở khoá bang.")),
    "E237": Message(N_("Một mục vừa có nhom vừa có khoá khác."), N_("Tên nhóm đứng một mình: viết nhiệm vụ thành mục tiếp theo.")),
    "E238": Message(N_("{value} viết không có nháy kép thì máy đọc là số thập phân, không phải {whole}."), N_("Nghìn viết liền: {whole}. Nếu đúng là số thập phân thì viết {ways}; trong nháy kép thì khai thêm kieu: so cho cột.")),
    "E239": Message(N_("Khoá {key} chỉ dùng cùng với khoá {needed}."), N_("Thêm khoá {needed}, hoặc bỏ khoá {key}.")),
    # 3xx: the document against its standard
    "E310": Message(N_("Không có hồ sơ thể thức «{name}»."), N_("Các hồ sơ hiện có: {known}.")),
    "E311": Message(N_("Chưa có hồ sơ thể thức «{standard}» cho ngày {day}."), N_("Thể thức áp dụng khi đó: {before}; chương trình chưa có. Hiện có: {known}. Kiểm tra khoá the_thuc, ngay, hoặc ghi tên hồ sơ ở khoá chuan.")),
    "E312": Message(N_("Hồ sơ {name} không thuộc thể thức {standard}."), N_("Sửa the_thuc hoặc chuan cho khớp.")),
    "W313": Message(N_("Ngày {day} nằm ngoài thời gian áp dụng của {profile} (từ {since})."), N_("Bỏ khoá chuan để chọn theo ngày, hoặc giữ nguyên nếu cố ý.")),
    "E314": Message(N_("Hồ sơ {profile} chưa có mẫu cho loại «{kind}»."), N_("Các loại hiện có: {known}.")),
    "E315": Message(N_("Hồ sơ {profile} không có bộ cỡ chữ «{value}»."), N_("Chọn một trong: {known}; hoặc bỏ co_chu.")),
    "W320": Message(N_("Ký hiệu gõ tay {typed} khác ký hiệu ghép từ loại và cơ quan ({computed}); in như đã gõ."), N_("Bỏ khoá ky_hieu để dùng ký hiệu ghép, hoặc sửa co_quan.ky_hieu.")),
    "W321": Message(N_("Chưa có địa danh; văn bản in ra chừa chỗ trống."), N_("Thêm dòng «dia_danh: …».")),
    "W322": Message(N_("Ký hiệu cơ quan «{typed}» có dấu gạch chéo."), N_("Chỉ ghi phần của cơ quan: {part}; loại văn bản chương trình tự ghép.")),
    "W330": Message(N_("Chưa có nơi nhận; văn bản in ra không có phần Nơi nhận."), N_("Thêm noi_nhan và luu.")),
    "W331": Message(N_("Nơi nhận chưa có dòng lưu ở cuối."), N_("Thêm dòng «luu: …».")),
    "E332": Message(N_("Chỗ này chỉ có dấu, không có chữ."), N_("Viết nội dung, hoặc xoá đi.")),
    "E333": Message(N_("Ký hiệu người soạn {mark} in ở dòng lưu, mà nơi nhận chưa có dòng lưu."), N_("Thêm dòng «luu: …»; hoặc bỏ nguoi_soan.")),
    "W334": Message(N_("Nơi nhận «{name}» có vẻ là phần sau của một tên bị tách."), N_("Nếu dấu phẩy trong […] đã tách một tên thành hai, đặt cả tên trong cặp \"…\"; nếu không thì viết hoa chữ đầu.")),
    "W335": Message(N_("Dòng lưu viết hai lần: trong noi_nhan và ở khoá luu."), N_("Giữ lại một chỗ.")),
    "E340": Message(N_("Quyền hạn ký «{value}» không đúng thể thức."), N_("Mở đầu bằng một trong: {modes}, rồi một dấu cách và tên tổ chức hoặc chức vụ.")),
    "E341": Message(N_("Quyền hạn ký «{value}» thiếu tên tổ chức hoặc chức vụ."), N_("Viết đủ, ví dụ: {example}")),
    "E342": Message(N_("Quyền hạn ký viết trong khoá chuc_vu: «{value}»."), N_("Tách ra: dòng thay mặt, ký thay viết ở quyen_han; chức vụ người ký viết ở chuc_vu.")),
    "W343": Message(N_("Khối chữ ký chưa có quyền hạn và chức vụ."), N_("Thêm chuc_vu (và quyen_han nếu ký thay).")),
    "W344": Message(N_("Chưa có họ tên người ký; văn bản in ra chừa chỗ trống."), N_("Thêm ho_ten trong khoá ky.")),
    "W345": Message(N_("Sau {mark} chưa có chức vụ của người ký."), N_("Thêm chuc_vu, ví dụ: PHÓ TRƯỞNG BAN, PHÓ GIÁM ĐỐC.")),
    "E346": Message(N_("Khối chữ ký theo {profile} không có chỗ cho {key}."), N_("Bỏ khoá này, hoặc đổi the_thuc.")),
    "E347": Message(N_("Một dòng quyền hạn ký có hai dấu quyền hạn: «{value}»."), N_("Viết mỗi dòng một mục: quyen_han: [TM. …, KT. …].")),
    "E348": Message(N_("{count} người ký; chương trình đặt được nhiều nhất {limit} người cạnh nhau."), N_("Bớt người ký trong tệp này và thêm khối chữ ký còn lại trong Word.")),
    "E349": Message(N_("Theo {profile} không có chỗ in {key}."), N_("Bỏ khoá này.")),
    "E350": Message(N_("Tiêu đề cấp {depth} không có cấp đánh số ({scheme})."), N_("Thêm cấp vào danh_so, hoặc viết thành khoản.")),
    "E351": Message(N_("Số gõ tay {typed} trước tiêu đề khác số tự đánh «{computed}»."), N_("Xoá số gõ tay (chương trình tự đánh số), hoặc sắp lại các mục.")),
    "E352": Message(N_("Khoản nằm dưới cấp cuối cùng của cách đánh số ({scheme})."), N_("Thêm một cấp vào danh_so, hoặc viết thành ý bằng dấu -.")),
    "W353": Message(N_("Số gõ tay {typed} khác số tự đánh; in «{computed}»."), N_("Sửa lại số; danh sách đếm tiếp qua các ý - và + trong cùng một mục. Sau «1.» phải có dấu cách.")),
    "W355": Message(N_("Khoản mở đầu bằng số gõ tay {typed} ngoài số tự đánh «{computed}»."), N_("Xoá số gõ tay.")),
    "N357": Message(N_("«{typed}» ở đầu tiêu đề in như chữ, sau số tự đánh «{computed}»."), N_("Xoá đi nếu đó là số gõ tay.")),
    "E356": Message(N_("«{typed}.» ở đầu đoạn bị hiểu là số của khoản."), N_("Nếu là năm hay con số, viết {typed}\\. với dấu \\ trước dấu chấm.")),
    "E354": Message(N_("Hơn {limit} điểm trong một khoản: hết chữ cái tiếng Việt."), N_("Tách thành nhiều khoản.")),
    "W380": Message(N_("Có phụ lục mà nội dung văn bản không nhắc đến phụ lục nào."), N_("Nhắc đến trong nội dung, ví dụ: (có Phụ lục kèm theo).")),
    "W397": Message(N_("Ngày {day} không có cơ quan nào dùng ký hiệu {symbol} ({name}){doubt}."), N_("Ngày đó là: {now}. Kiểm tra tên và ký hiệu trong co_quan.")),
    "W398": Message(N_("Ngày {day} không còn tỉnh, thành phố tên {name} (đến {until})."), N_("Ngày đó thuộc {now}. Kiểm tra dia_danh.")),
    "W381": Message(N_("Dòng «Kèm theo … của …» chưa có tên cơ quan; in {gap}."), N_("Thêm ten_day_du trong co_quan: tên viết thường như trong câu.")),
    "E358": Message(N_("Khoản cấp {level} không có trong cách đánh số ({scheme})."), N_("Thêm cấp này vào danh_so, hoặc bỏ khoá cap.")),
    "N359": Message(N_("«{typed}» in như đã gõ: cách đánh số ({scheme}) không có cấp này."), N_("Nếu là số của khoản, điểm thì thêm cấp này vào danh_so.")),
    "W360": Message(N_("Độ rộng cột đã khai ({given} mm) và phần tối thiểu của các cột còn lại ({needed} mm) vượt quá bề ngang trang ({width} mm); đã thu lại theo tỷ lệ."), N_("Giảm rong của các cột.")),
    "W361": Message(N_("Bảng {columns} cột cần {needed} mm mà trang chỉ rộng {width} mm: có chữ bị cắt giữa chừng."), N_("Bớt cột, viết ngắn lại, hoặc đưa bảng vào phụ lục in ngang.")),
    "W362": Message(N_("Cột «{name}» rộng {hint} mm thì có chữ bị cắt giữa chừng."), N_("Tăng rong lên ít nhất {needed} mm, hoặc bỏ rong.")),
    "E363": Message(N_("«{value}» không phải số viết kiểu Việt Nam."), N_("Viết như 1.234,5 (dấu chấm ngăn hàng nghìn, dấu phẩy trước phần thập phân); không có số liệu thì để trống hoặc ghi dấu -.")),
    "N364": Message(N_("Cột «{name}» toàn là năm nên in liền, không có dấu chấm hàng nghìn."), N_("Nếu là số liệu thì thêm kieu: so cho cột.")),
    "E365": Message(N_("Bảng có tong nhưng không có cột số nào để cộng."), N_("Thêm kieu: so cho cột số liệu, hoặc bỏ tong.")),
    "E366": Message(N_("Hàng tổng không có chỗ ghi nhãn: cột đầu đã là cột số."), N_("Thêm stt: true, hoặc đưa một cột chữ lên đầu.")),
    "W368": Message(N_("Cột «{name}» có ô không phải số («{value}») nên không được cộng vào hàng tổng."), N_("Sửa ô này thành số, hoặc thêm kieu: so cho cột; nếu cột không phải số liệu thì thêm kieu: chu.")),
    "W369": Message(N_("«{mark}» không phải dấu đặt bảng nên in nguyên ra giấy như chữ."), N_("Muốn đặt bảng thì viết đúng [bang: {name}]: chữ thường, không dấu, có dấu hai chấm.")),
    "E367": Message(N_("«{name}» ghi {stated} nhưng các phần cộng lại là {sum}."), N_("Kiểm tra lại số liệu ở mục này và các mục gom bên trong.")),
    "E370": Message(N_("{mark} không phải dấu dẫn văn bản."), N_("Viết [dan: mã], mỗi dấu một mã, mã viết thường không dấu: [dan: kl-57-kltw-2023]. Tìm mã bằng lệnh ttdn-draft cite; nếu là chữ thì viết \\[ ở đầu.")),
    "W371": Message(N_("{mark} không phải dấu dẫn văn bản nên in nguyên ra giấy như chữ."), N_("Muốn dẫn văn bản thì viết [dan: mã], ví dụ [dan: kl-57-kltw-2023]; nếu là chữ thì viết \\[ ở đầu.")),
    "E372": Message(N_("Dấu {mark} không đọc được ở đây, sẽ in nguyên ra giấy."), N_("Viết câu dẫn bằng chữ. Dấu này dùng được trong nội dung, chú thích, bảng, phụ lục và can_cu.")),
    "W373": Message(N_("Ngày {day} chưa chắc cơ quan ký hiệu {symbol} mang tên này: có thể là {other} (đổi tên trong khoảng từ {earliest} đến {latest}, chưa thấy quyết định)."), N_("Kiểm tra tên và ký hiệu; đúng thì giữ nguyên. Tên đã xác minh trong gói của tỉnh, dùng bằng mã ở co_quan, thì không hỏi nữa.")),
    "W374": Message(N_("Còn chỗ phải hoàn thiện: {mark}"), N_("Kiểm tra hoặc viết nốt, rồi bỏ cả ngoặc; còn chỗ như vậy thì chưa bỏ được du_thao.")),
    "E375": Message(N_("Văn bản không phải dự thảo mà còn chỗ phải hoàn thiện: {mark}"), N_("Kiểm tra hoặc viết nốt, rồi bỏ cả ngoặc; chưa xong thì thêm dòng «du_thao: 1».")),
    "W390": Message(N_("{cited} {status} (ngày {day})."), N_("Văn bản thay thế: {newer}. Dẫn văn bản đó; hoặc giữ nguyên nếu cố ý nói về thời kỳ trước.")),
    "W391": Message(N_("{cited} đã được sửa đổi, bổ sung bởi {amending}."), N_("Nếu cần nói đến lần sửa đổi thì viết câu căn cứ bằng chữ, hoặc thêm văn bản sửa đổi vào can_cu.")),
    "W392": Message(N_("Chưa rõ {cited} còn hiệu lực hay không; văn bản có thể đã thay thế: {newer}."), N_("Tra lại hiệu lực trước khi trình ký.")),
    "W393": Message(N_("{cited}: chưa thấy nguồn chắc chắn cho {doubtful}. Nguồn trong bảng: {source}."), N_("Đối chiếu với bản gốc trước khi trình ký; nếu sai thì viết câu căn cứ bằng chữ.")),
    "W394": Message(N_("Bảng chưa có đủ ngày hoặc trích yếu của {cited}; in {gap} ở chỗ thiếu."), N_("Viết câu căn cứ bằng chữ, đủ ngày và trích yếu theo bản gốc.")),
    "E395": Message(N_("Không có mã «{name}» trong bảng văn bản dẫn."), N_("Mã gần giống: {near}. Tìm mã bằng lệnh ttdn-draft cite; nếu là chữ chứ không phải mã thì viết cả câu căn cứ.")),
    "E396": Message(N_("Không tìm thấy văn bản nào có «{query}»."), N_("Gõ ít chữ hơn, chỉ gõ số (ví dụ: 57), hoặc một chủ đề: {topics}. Bảng không có thì viết câu căn cứ bằng chữ.")),
    # 4xx: templates and profiles
    "E401": Message(N_("Không mở được mẫu: {reason}."), N_("Kiểm tra tên tệp; nếu là mẫu có sẵn thì cài lại chương trình.")),
    "E402": Message(N_("Mẫu không phải tệp .docx hợp lệ: {reason}."), N_("Mở mẫu trong Word và lưu lại thành .docx.")),
    "E403": Message(N_("Mẫu lớn bất thường (giới hạn {limit} MB cho mỗi phần): {part}."), N_("Không dùng tệp này; lấy mẫu từ nơi tin cậy.")),
    "E404": Message(N_("Mẫu thiếu {part}."), N_("Bắt đầu từ mẫu có sẵn và sửa trong Microsoft Word; LibreOffice có thể bỏ phần này khi lưu.")),
    "E405": Message(N_("Phần này của mẫu hỏng: {problem}."), N_("Mở mẫu trong Word và lưu lại.")),
    "E406": Message(N_("Mẫu chứa khai báo DTD trong {part}."), N_("Không dùng tệp này; lấy mẫu từ nơi tin cậy.")),
    "E407": Message(N_("Phần {part} của mẫu không viết theo cách của Word."), N_("Mở mẫu trong Word và lưu lại thành .docx.")),
    "E408": Message(N_("Mẫu chứa macro hoặc liên kết lấy nội dung từ nơi khác: {part}."), N_("Bỏ macro, đối tượng nhúng và liên kết ngoài khỏi mẫu.")),
    "E409": Message(N_("Mẫu có chú thích riêng."), N_("Xoá chú thích khỏi mẫu; chú thích viết trong tệp đầu vào.")),
    "E410": Message(N_("Thẻ không đóng trong đoạn."), N_("Viết đủ {{{{ … }}}} hoặc {{% … %}} trong cùng một đoạn.")),
    "E411": Message(N_("Thẻ sai cú pháp: {problem}."), N_("Sửa thẻ ở chỗ này; mỗi if, for phải có endif, endfor.")),
    "E413": Message(N_("Mẫu không được dùng: {problem}."), N_("Mẫu chỉ in thẻ, hỏi if và lặp for qua danh sách; xem ttdn-draft templates fields")),
    "E414": Message(N_("Thẻ không chạy được: {problem}."), N_("Sửa thẻ ở chỗ này.")),
    "E415": Message(N_("Mẫu cho ra tệp Word hỏng: {problem}."), N_("Đặt {{{{p …}}}} và {{%p …%}} một mình trong một đoạn.")),
    "E416": Message(N_("Thẻ {tag} đặt sai chỗ nên làm hỏng tệp Word."), N_("Viết {{{{p {tag} }}}} một mình trong một đoạn, một lần, ở phần thân của mẫu.")),
    "E417": Message(N_("Mẫu không in hết {tag} của văn bản này."), N_("Đặt thẻ này ở chỗ luôn được in, không nằm trong if.")),
    "E418": Message(N_("Chữ khác trong cùng đoạn với thẻ này sẽ bị mất."), N_("Để thẻ một mình trong một đoạn.")),
    "E419": Message(N_("Thẻ {tag} đứng sau phụ lục, sẽ in vào phụ lục cuối."), N_("Đặt {{{{p phu_luc }}}} ở đoạn cuối của mẫu, sau khối chữ ký.")),
    "E420": Message(N_("Không có thẻ {tag}."), N_("Sửa tên thẻ{guess}; xem ttdn-draft templates fields")),
    "E421": Message(N_("Mẫu không in thẻ bắt buộc {tag} ({meaning})."), N_("Thêm vào mẫu, mỗi thẻ một đoạn: {written}")),
    "W422": Message(N_("Thẻ bị cắt thành nhiều đoạn định dạng khác nhau."), N_("Xoá thẻ và gõ lại liền một mạch, cùng một kiểu chữ.")),
    "E423": Message(N_("Mẫu thiếu kiểu «{style}»."), N_("Chép kiểu này từ mẫu có sẵn; nếu mẫu thuộc thể thức khác, xuất lại bằng templates export với --chuan {profile}.")),
    "E424": Message(N_("Mẫu mất danh sách đánh số của các mục."), N_("Chép lại kiểu TTĐN Mục I, TTĐN Mục 1 từ mẫu có sẵn.")),
    "E425": Message(N_("Mẫu còn phần đã xoá khi theo dõi thay đổi (Track Changes): {part}."), N_("Trong Word: Review, Accept All Changes, rồi lưu lại.")),
    "E430": Message(N_("Hồ sơ thể thức hỏng: {problem}."), N_("Sửa profile.yaml, hoặc cài lại chương trình.")),
    "E431": Message(N_("Mẫu khác với bản dựng từ hồ sơ thể thức."), N_("Chạy ttdn-draft templates build rồi ghi lại thay đổi.")),
    "E432": Message(N_("Bố cục của hồ sơ thể thức gọi «{name}», không phải thẻ, chữ cố định hay nét vẽ nào."), N_("Sửa bo_cuc trong profile.yaml.")),
    "E433": Message(N_("Hồ sơ thể thức dùng mà không khai: {gaps}."), N_("Thêm các khoá này vào profile.yaml.")),
    "W440": Message(N_("Trang của mẫu, {what}: {found}; theo {profile}: {wanted} ({clause})."), N_("Nếu không cố ý, sửa trong Word: Layout, Margins hoặc Size.")),
    "W441": Message(N_("Trang 1 của mẫu không tách đầu trang riêng nên sẽ in số trang, trong khi {profile} đánh số từ trang 2 ({clause}){unclear}."), N_("Trong Word bấm đúp vào đầu trang 1, chọn Different First Page.")),
    "W442": Message(N_("Kiểu «{style}» của mẫu, {what}: {found}; theo {profile}: {wanted} ({clause}){unclear}."), N_("Nếu không cố ý, sửa kiểu này trong Word: ngăn Styles, Modify.")),
    "W443": Message(N_("Đoạn này của mẫu, {what}: {found}; theo {profile}: {wanted} ({clause}){unclear}."), N_("Nếu không cố ý: chọn cả đoạn, bấm Ctrl+Q và Ctrl+dấu cách để bỏ định dạng riêng, rồi chọn kiểu «{style}».")),
    "W444": Message(N_("Mẫu không có chữ «{words}» mà {profile} quy định ({clause}){unclear}."), N_("Nếu không cố ý, gõ lại đúng từng chữ, hoặc chép từ mẫu có sẵn: ttdn-draft templates export")),
    "W445": Message(N_("Mẫu không có nét vẽ của dòng «{name}» mà {profile} quy định ({clause}){unclear}."), N_("Chép dòng này từ mẫu có sẵn (ttdn-draft templates export); nét tự vẽ không dài ngắn theo chữ.")),
    "W446": Message(N_("Đầu trang của mẫu không in số trang; {profile} đánh số từ trang 2 ({clause}){unclear}."), N_("Trong Word: Insert, Page Number, đặt ở đầu trang từ trang 2.")),
    "N447": Message(N_("Đã so mẫu với {profile}, hồ sơ gần nhất."), N_("Muốn so với hồ sơ khác: thêm --chuan và tên hồ sơ.")),
    # 5xx: pages, as PDF and as images
    "E501": Message(N_("Không tìm thấy LibreOffice nên không làm được PDF và ảnh trang."), N_("Cài LibreOffice (miễn phí, có Writer); tệp Word vẫn xuất được bằng ttdn-draft render, không cần LibreOffice.")),
    "E502": Message(N_("Chương trình {program} chạy quá {seconds} giây nên đã bị dừng."), N_("Chạy lại khi máy rảnh hơn; nếu vẫn vậy, mở tệp .docx trong Word và lưu thành PDF.")),
    "E503": Message(N_("Không làm được PDF: {reason}."), N_("Kiểm tra ổ đĩa còn chỗ trống và LibreOffice mở được; hoặc mở tệp .docx trong Word và lưu thành PDF.")),
    "E504": Message(N_("Không có gì để vẽ trang thành ảnh."), N_("Cài thêm: pip install \"ttdn-draft[pdf]\" (hoặc gói poppler-utils trên Linux).")),
    "E505": Message(N_("Văn bản dài quá {limit} trang nên không vẽ thành ảnh."), N_("Xem bản PDF: ttdn-draft render --pdf")),
    "E506": Message(N_("Không vẽ được trang thành ảnh: {reason}."), N_("Kiểm tra ổ đĩa còn chỗ trống; hoặc xem bản PDF: ttdn-draft render --pdf")),
    "W507": Message(N_("Trang có chữ bằng phông {fonts}, rộng hẹp khác Times New Roman: chỗ ngắt dòng, ngắt trang có thể khác khi mở trong Word."), N_("Cài phông Times New Roman, hoặc Liberation Serif từ bản 2 (Debian, Ubuntu: gói fonts-liberation2), rồi chạy lại.")),
    "N508": Message(N_("Không ghi tệp .pdf này; tệp .docx cùng tên đã ghi xong. Nếu có tệp .pdf cũ thì đó là của lần xuất trước."), N_("Sửa lỗi nêu trên rồi chạy lại với --pdf --force.")),
    # 6xx: packs
    "E601": Message(N_("Không tìm thấy gói nội dung «{name}»."), N_("Sửa mã{guess}. Mã của tỉnh, thành phố nào cũng dùng được, không cần gói riêng: {units}. Gói khác: cài, hoặc chỉ thư mục bằng --packs, TTDN_DRAFT_PACKS hay ttdn.toml. Các gói tìm thấy: {known}.")),
    "E602": Message(N_("Gói nội dung «{name}» ({origin}) hỏng: {count} lỗi, nêu riêng từng lỗi."), N_("Báo người làm gói. Kiểm tra gói: ttdn-draft packs check THƯ MỤC")),
    "E603": Message(N_("Có nhiều gói nội dung cùng mã «{name}»: {folders}."), N_("Chỉ để lại một: bỏ bớt thư mục ở --packs, TTDN_DRAFT_PACKS, ttdn.toml, hoặc gỡ gói đã cài{uninstall}; xem ttdn-draft packs list")),
    "E604": Message(N_("«{name}» là mã trong gói nội dung, nhưng văn bản không ghi gói nào."), N_("Thêm khoá tinh, ví dụ: tinh: cao-bang; hoặc viết rõ các khoá con {{ten: …, ky_hieu: …}}, {{chuc_vu: …, ho_ten: …}}.")),
    "E605": Message(N_("Gói {pack} không có cơ quan «{name}»."), N_("Sửa mã{guess}. Các cơ quan trong gói: {known}.")),
    "E606": Message(N_("Gói {pack} không có tên của cơ quan «{name}» vào ngày {day}."), N_("Viết rõ co_quan {{ten: …, ky_hieu: …}}, hoặc bổ sung gói. Các tên trong gói: {known}.")),
    "E607": Message(N_("Cơ quan {organ} của gói {pack} không có người ký «{name}»."), N_("Sửa mã{guess}. Các mã người ký: {known}.")),
    "E608": Message(N_("Gói {pack} không có người ký «{name}» vào ngày {day}."), N_("Viết rõ ky {{chuc_vu: …, ho_ten: …}}, hoặc bổ sung gói. Các nhiệm kỳ trong gói: {known}.")),
    "E609": Message(N_("Mã người ký «{name}» chỉ dùng được khi co_quan cũng là mã."), N_("Viết co_quan bằng mã trong gói, hoặc viết rõ ky {{chuc_vu: …, ho_ten: …}}.")),
    "W610": Message(N_("Lấy từ gói {pack} điều chưa xác minh: {value} (nguồn: {source})."), N_("Đối chiếu trước khi trình ký; đúng thì ghi xac_minh: true trong gói, sai thì viết rõ trong văn bản.")),
    "W611": Message(N_("Văn bản theo thể thức {typed}, nhưng gói {pack} ghi cơ quan {organ} thuộc hệ thống {standard}."), N_("Bỏ khoá the_thuc, hoặc giữ nguyên nếu cố ý.")),
    "E630": Message(N_("Cơ quan «{name}» chưa có tên."), N_("Thêm khoá ten; chỉ cơ quan có trong gói toàn quốc (ttdn-draft packs show toan-quoc) mới bỏ trống được.")),
    "E631": Message(N_("Khoá {key} chỉ dùng trong gói toàn quốc."), N_("Bỏ khoá này: gói của một tỉnh chỉ nói về tỉnh đó.")),
    "E632": Message(N_("Không có tỉnh, thành phố nào mang mã «{name}»."), N_("Sửa tinh{guess}; mã là tên không dấu, ví dụ: cao-bang")),
    "E633": Message(N_("{name} không còn là đơn vị riêng vào ngày {day}: nay thuộc {now}."), N_("Viết tinh: {code}, hoặc sửa ngày văn bản.")),
    "E634": Message(N_("Gói {pack} là nền chung, không phải của một tỉnh."), N_("Viết mã một tỉnh, thành phố, ví dụ: tinh: cao-bang")),
    "E635": Message(N_("Cơ quan «{name}» thuộc hệ thống {standard}, không phải {asked}."), N_("Bỏ --the-thuc, hoặc chọn cơ quan khác bằng --co-quan.")),
    "E637": Message(N_("Không có dàn ý cho loại «{kind}» của {standard}."), N_("Chọn loại khác (huong-dan, ke-hoach, bao-cao), hoặc thêm outlines/{standard}/{kind}.md vào gói.")),
    "E639": Message(N_("Tệp đã có; new không bao giờ ghi đè."), N_("Đặt tên khác bằng -o.")),
    "W651": Message(N_("{name} hỏng, không biết có gói của {province} hay không; dùng gói toàn quốc."), N_("Xem vì sao hỏng: ttdn-draft packs list")),
    "N650": Message(N_("{name} chưa có gói riêng; dùng gói toàn quốc."), N_("Người ký và nơi nhận riêng của tỉnh: viết rõ trong tệp, hoặc cài gói của tỉnh.")),
    "E620": Message(N_("Không dùng được gói nội dung ở đây: {reason}."), N_("Kiểm tra thư mục, tệp pack.yaml và quyền đọc.")),
    "E621": Message(N_("Không thấy mã gói trong {lines} dòng đầu của pack.yaml."), N_("Viết ở đầu tệp, sát lề, một dòng như: id: cao-bang")),
    "E622": Message(N_("Phần cài thêm {name} không nạp được: {reason}."), N_("Cập nhật hoặc gỡ phần này, báo người làm ra nó; bỏ qua mọi phần cài thêm: --no-plugins")),
    "E623": Message(N_("Thời gian kết thúc trước khi bắt đầu: {period}."), N_("Sửa tu hoặc den.")),
    "E624": Message(N_("Thời gian {period} chồng lên {other}."), N_("Sửa tu, den để mỗi ngày chỉ có một; ngày den vẫn còn tính.")),
    "E625": Message(N_("Mã «{name}» đã dùng ở mục thứ {number}."), N_("Đặt mã khác; cơ quan đổi tên thì thêm tên mới vào danh sách ten.")),
    "E626": Message(N_("Không có cơ quan nào khác trong gói mang mã «{name}»."), N_("Sửa cap_tren thành mã có trong gói, hoặc viết rõ tên, ví dụ: Tỉnh uỷ Cao Bằng")),
    "E627": Message(N_("Không dùng được ttdn.toml: {reason}."), N_("Viết như: packs = [\"goi-noi-dung\"]")),
    # 64x: outlines of packs
    "W652": Message(N_("Dàn ý viết cho chính quyền địa phương hai cấp, từ {since}; văn bản tra theo ngày {day}."), N_("Đọc lại từng câu về tổ chức: cấp xã, cấp huyện, tên sở.")),
    "W653": Message(N_("Báo cáo năm {year} tra theo ngày {day}, trước khi chốt số liệu của năm."), N_("Sửa --ngay hoặc --nam; báo cáo sơ kết thì sửa trích yếu và các mốc trong bài.")),
    "E640": Message(N_("Không dùng được dàn ý ở đây: {reason}."), N_("Dàn ý là tệp thường trong outlines/<the_thuc>/<loai>.md của gói, mở đầu bằng các khoá giữa hai dòng ---; đoạn riêng là outlines/doan/<tên>.md, chỉ có lời văn.")),
    "E641": Message(N_("Thẻ trong dàn ý sai cú pháp: {problem}."), N_("Viết đủ {{{{ … }}}} hoặc {{% … %}}; mỗi if, for phải có endif, endfor.")),
    "E642": Message(N_("Dàn ý không được dùng: {problem}."), N_("Dàn ý chỉ in giá trị, hỏi if và lặp for qua một danh sách, không lặp lồng nhau; các giá trị: ttdn-draft packs values")),
    "E643": Message(N_("Ở đây không có giá trị {tag}."), N_("Sửa tên{guess}; xem các giá trị: ttdn-draft packs values")),
    "E644": Message(N_("Phần đầu của dàn ý không dùng khoá {key}."), N_("Bỏ khoá này: cơ quan, ngày, số, người ký do chương trình điền. Các khoá dùng được: {known}.")),
    "E645": Message(N_("Thẻ {tag} đứng chung dòng với chữ khác."), N_("Đặt thẻ này một mình trên một dòng: đoạn riêng của tỉnh có thể gồm nhiều đoạn.")),
    "E646": Message(N_("{key} phải là danh sách mã văn bản, không có thẻ."), N_("Mỗi dòng một mã, ví dụ: - kl-57-kltw-2023. Tìm mã bằng lệnh ttdn-draft cite")),
    "E647": Message(N_("Dàn ý điền xong dài quá {limit} ký tự."), N_("Rút ngắn dàn ý, hoặc bớt câu trong su_kien của gói.")),
    "E648": Message(N_("Trong outlines không có chỗ cho «{name}»."), N_("Đổi tên{guess}. Các tên dùng được: {known}.")),
    "E649": Message(N_("Phần đầu của dàn ý điền xong không còn là YAML: {problem}."), N_("Đặt cả giá trị có thẻ trong cặp \"…\" trên một dòng; thẻ if, for đứng một mình trên một dòng.")),
    "E660": Message(N_("Mã «{name}» đã dùng ở văn bản thứ {number}."), N_("Đặt mã khác, hoặc gộp hai mục làm một.")),
    "E661": Message(N_("Không có văn bản nào mang mã «{name}» trong tệp này và trong bảng chung."), N_("Sửa mã; mã gần giống: {near}. Văn bản chưa có mục thì thêm vào tệp.")),
    "E662": Message(N_("Tình trạng {status} không khớp với het_hieu_luc."), N_("Văn bản het-hieu-luc, het-giai-doan cần het_hieu_luc; văn bản con-hieu-luc, chua-ro thì không ghi.")),
    "E663": Message(N_("Hết hiệu lực {end}, trước khi có hiệu lực {start}."), N_("Sửa ngay, hieu_luc_tu hoặc het_hieu_luc.")),
    "E664": Message(N_("Chuỗi thay thế, sửa đổi của «{name}» quay lại chính văn bản này."), N_("Sửa thay_boi, sua_boi để mỗi văn bản chỉ do văn bản sau nó thay hoặc sửa.")),
    "E680": Message(N_("Đã có tệp hoặc thư mục mang tên này."), N_("Đặt tên khác bằng -o; lệnh này không ghi đè.")),
    "E681": Message(N_("Không có tỉnh, thành phố nào mang mã «{name}»."), N_("Sửa mã{guess}. Các mã: {known}.")),
    "E682": Message(N_("«{name}» nay thuộc {unit}."), N_("Chạy lại với mã {now}; văn bản của thời trước tự lấy tên đơn vị cũ theo ngày.")),
    "E683": Message(N_("Tên gói «{value}» không dùng được."), N_("Viết một dòng không quá {limit} ký tự, không có dấu nháy kép và dấu \\, ví dụ: --ten \"Sơn La\"")),
    "E684": Message(N_("Thư mục mẫu «{name}» không mang tên {what} nào nên không bao giờ được dùng."), N_("Đổi tên{guess}. Các tên dùng được: {known}.")),
    "E685": Message(N_("Thư mục mẫu này không có tệp {name}."), N_("Đặt mẫu Word vào đây với đúng tên đó, hoặc xoá thư mục.")),
    "E686": Message(N_("Không soạn được {kind} của cơ quan «{organ}» vào ngày {day} bằng gói này: {count} lỗi, nêu riêng từng lỗi. Số văn bản hỏng vì đúng các lỗi này: {documents}."), N_("Xem văn bản: ttdn-draft new {kind} --tinh {pack} --nam {year} --co-quan {organ} --ngay {day} --packs THƯ MỤC")),
    "E687": Message(N_("Đoạn riêng có đề mục: phần còn lại của dàn ý sẽ nằm dưới đề mục này."), N_("Bỏ dấu # ở đầu dòng; viết thành khoản 1. …, ý - … hoặc chữ đậm **…**. Cần đề mục riêng thì viết cả dàn ý.")),
    "E688": Message(N_("Mã gói «{name}» không dùng được: mã chỉ gồm chữ thường không dấu, chữ số và dấu - ở giữa."), N_("Sửa mã{guess}, viết sát lề ở một dòng như: id: cao-bang")),
    "W690": Message(N_("Cơ quan không có tên nào từ {since} đến {until} ({days} ngày): văn bản của những ngày đó không soạn được."), N_("Sửa tu, den cho liền nhau; nếu chưa rõ thì thêm một mục cho thời gian đó, không ghi xac_minh.")),
    "W691": Message(N_("Người ký «{name}» không có nhiệm kỳ nào từ {since} đến {until} ({days} ngày)."), N_("Sửa tu, den cho liền nhau; nếu chưa rõ ai thì thêm một mục có chuc_vu mà không có ho_ten.")),
    "W692": Message(N_("«{name}» không phải tên mà gói nội dung dùng nên không được đọc."), N_("Đổi tên{guess}, hoặc chuyển ra ngoài thư mục gói.")),
    "W694": Message(N_("Dòng thụt vào bằng phím Tab."), N_("Thay bằng dấu cách: số dấu cách ở đầu dòng cho biết khoá nào nằm trong khoá nào.")),
    # 67x: plug-ins
    "W670": Message(N_("Phần cài thêm {name} hỏng nên văn bản này không qua nó: {reason}."), N_("Cập nhật hoặc gỡ phần này, báo người làm ra nó; xem: ttdn-draft plugins")),
    "E671": Message(N_("Phần cài thêm {name} hỏng ở {hook}: {reason}."), N_("Cập nhật hoặc gỡ phần này, báo người làm ra nó; bỏ qua mọi phần cài thêm: --no-plugins")),
    "E672": Message(N_("Tên «{thing}» ở {hook} có nhiều nơi cùng mang đến: {name}."), N_("Gỡ bớt phần cài thêm để tên này chỉ còn một nơi; xem: ttdn-draft plugins")),
    "E673": Message(N_("{text} (quy tắc {rule} của {name})"), N_("{advice}")),
    "W674": Message(N_("{text} (quy tắc {rule} của {name})"), N_("{advice}")),
    "N675": Message(N_("{text} (quy tắc {rule} của {name})"), N_("{advice}")),
    "N676": Message(N_("Phần cài thêm {name} đã điền hoặc sửa: {keys}."), N_("Xem lại những chỗ này trước khi trình ký.")),
    "E677": Message(N_("Không làm được văn bản từ những gì phần cài thêm mang đến ({name}): {reason}."), N_("Cập nhật hoặc gỡ phần này, báo người làm ra nó; bỏ qua mọi phần cài thêm: --no-plugins")),
    "E678": Message(N_("Có nhiều hồ sơ thể thức cùng dùng được cho văn bản này: {known}."), N_("Thêm khoá chuan, ví dụ: chuan: {example}")),
    "W695": Message(N_("Phần cài thêm {name} ({entry}) không trả lời móc nào nên không mang đến gì."), N_("Đặt @hookimpl (from ttdn_draft.api import hookimpl) trước các hàm ttdn_…; xem mô-đun mà điểm vào chỉ đến có các hàm đó không.")),
    # 9xx: the program itself
    "E900": Message(N_("Xin lỗi, chương trình gặp lỗi ngoài dự kiến: {problem}."), N_("Chạy lại với --debug và gửi kết quả cho người phát triển; không tệp nào bị ghi dở.")),
    "E901": Message(N_("Đã dừng theo yêu cầu."), N_("Không tệp nào bị ghi dở.")),
}  # fmt: skip


def _fill(fact: object, language: str) -> object:
    if isinstance(fact, tuple):
        return " / ".join(str(_fill(part, language)) for part in fact)
    return translate(fact, language) if isinstance(fact, Marked) else fact


def describe(id: str, facts: dict[str, object], language: str) -> tuple[str, str]:
    """Return what is wrong and what to do, in the chosen language."""
    message = MESSAGES[id]
    guess = facts.get("guess")
    filled = {key: _fill(fact, language) for key, fact in facts.items()}
    filled["guess"] = f" ({guess}?)" if guess else ""
    return translate(message.what, language).format(**filled), translate(message.do, language).format(**filled)
