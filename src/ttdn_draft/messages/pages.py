"""Messages 5xx: printed pages, as PDF and as images."""

from .texts import N_, Message

PAGES: dict[str, Message] = {
    "E501": Message(N_("Không tìm thấy LibreOffice nên không làm được PDF và ảnh trang."), N_("Cài LibreOffice (miễn phí, có Writer); tệp Word vẫn xuất được bằng ttdn-draft render, không cần LibreOffice.")),
    "E502": Message(N_("Chương trình {program} chạy quá {seconds} giây nên đã bị dừng."), N_("Chạy lại khi máy rảnh hơn; nếu vẫn vậy, mở tệp .docx trong Word và lưu thành PDF.")),
    "E503": Message(N_("Không làm được PDF: {reason}."), N_("Kiểm tra ổ đĩa còn chỗ trống và LibreOffice mở được; hoặc mở tệp .docx trong Word và lưu thành PDF.")),
    "E504": Message(N_("Không có gì để vẽ trang thành ảnh."), N_("Cài thêm bằng Python của chương trình: python -m pip install \"ttdn-draft[pdf]\" (hoặc gói poppler-utils trên Linux).")),
    "E505": Message(N_("Văn bản dài quá {limit} trang nên không vẽ thành ảnh."), N_("Xem bản PDF: ttdn-draft render --pdf")),
    "E506": Message(N_("Không vẽ được trang thành ảnh: {reason}."), N_("Kiểm tra ổ đĩa còn chỗ trống; hoặc xem bản PDF: ttdn-draft render --pdf")),
    "W507": Message(N_("Trang có chữ bằng phông {fonts}, rộng hẹp khác Times New Roman: chỗ ngắt dòng, ngắt trang có thể khác khi mở trong Word."), N_("Cài phông Times New Roman, hoặc Liberation Serif từ bản 2 (Debian, Ubuntu: gói fonts-liberation2), rồi chạy lại.")),
    "N508": Message(N_("Không ghi tệp .pdf này; tệp .docx cùng tên đã ghi xong. Nếu có tệp .pdf cũ thì đó là của lần xuất trước."), N_("Sửa lỗi nêu trên rồi chạy lại với --pdf --force.")),
    "W509": Message(N_("Trang do LibreOffice {version} dàn; bản này chưa biết thu hẹp dấu cách ở dòng căn đều hai bên như Word, nên nhiều dòng, có khi cả trang, ngắt ở chỗ khác."), N_("Cài LibreOffice {needed} trở lên (libreoffice.org; Debian 12: bookworm-backports) rồi chạy lại. Tệp .docx không bị ảnh hưởng.")),
}  # fmt: skip
