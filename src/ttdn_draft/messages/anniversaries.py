"""Messages 7xx: calendars of anniversaries."""

from .texts import N_, Message

ANNIVERSARIES: dict[str, Message] = {
    "E700": Message(N_("Ngày kỷ niệm «{name}» không có ngày nào."), N_("Thêm goc (ngày, tháng hoặc năm của sự kiện), hoặc ngay và thang.")),
    "E701": Message(N_("goc {value} đã có tháng mà lại viết thêm ngay, thang."), N_("Bỏ ngay và thang; hoặc để goc chỉ còn năm (âm lịch: goc luôn chỉ có năm).")),
    "E702": Message(N_("Ngày âm lịch chưa có ngày, tháng."), N_("Thêm ngay và thang theo âm lịch; goc, nếu có, chỉ viết năm.")),
    "E703": Message(N_("can_chi chỉ dùng cho ngày âm lịch."), N_("Thêm lich: am, hoặc bỏ can_chi.")),
    "E704": Message(N_("Không đếm được năm khi chưa có goc."), N_("Thêm goc, hoặc bỏ dem.")),
    "E705": Message(N_("Không có tỉnh, thành phố nào mang mã «{name}»{guess}."), N_("Viết toan-quoc hoặc mã tỉnh, thành phố, ví dụ: cao-bang; đơn vị cũ cũng được, ví dụ: binh-phuoc")),
    "E706": Message(N_("Thành viên «{name}» của nhóm thừa hoặc thiếu từ nối."), N_("Thành viên đầu không có noi; các thành viên sau đều có, ví dụ: noi: gắn với kỷ niệm")),
    "E707": Message(N_("Ngày «{name}» đã thuộc nhóm «{group}»."), N_("Mỗi ngày thuộc nhiều nhất một nhóm trong cùng thời gian: bỏ bớt, hoặc sửa tu, den của nhóm.")),
    "W700": Message(N_("Gói {pack} ghi ngày «{name}» là {day}, lịch {other} ghi {other_day}."), N_("Dùng theo gói {pack}. Đối chiếu nguồn của hai bên; gói sai thì báo người làm gói.")),
    "W701": Message(N_("«{name}» có hai mã: {id} (gói {pack}) và {other_id} (lịch {other})."), N_("Trong gói {pack}, đổi mã thành {other_id} để thay mục kia, hoặc bỏ mục này.")),
    "W702": Message(N_("Nhóm «{group}» (gói {pack}) nhắc mã «{name}» không có trong lịch nào."), N_("Sửa mã; các ngày khác của nhóm vẫn in.")),
    "W703": Message(N_("Nhóm «{group}» (gói {pack}) chung số năm nhưng các ngày khác năm gốc."), N_("Bỏ chung_so_nam, hoặc sửa goc; chương trình in số năm của từng ngày.")),
    "E720": Message(N_("Chưa cài phần làm tệp lịch .ics."), N_("Cài thêm bằng Python của chương trình: python -m pip install \"ttdn-draft[ics]\"")),
    "N721": Message(N_("{count} ngày chỉ biết tháng hoặc năm nên không có trong tệp lịch."), N_("Xem các ngày này bằng --output table")),
    "N722": Message(N_("Ngày lễ lớn năm {year} còn theo {document} của Trung ương."), N_("Đối chiếu danh sách ngày kỷ niệm trong tệp với văn bản đó.")),
    "N723": Message(N_("{count} ngày kỷ niệm trong danh sách đã qua vào ngày ban hành {day}: {names}."), N_("Giữ lại như nhiều hướng dẫn vẫn làm, hoặc bỏ khỏi danh sách.")),
    "N724": Message(N_("Năm {year}: chưa biết ngày riêng nào của {name}."), N_("Cài gói của tỉnh nếu có, hoặc thêm calendar.yaml vào gói.")),
}  # fmt: skip
