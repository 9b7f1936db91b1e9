"""Messages 902 to 929 and 980 to 985: the page in the browser and the program behind it."""

from .texts import N_, Message

PAGE_MESSAGES: dict[str, Message] = {
    "E902": Message(N_("Bản cài này chưa có phần trang trong trình duyệt."), N_('Cài thêm: python -m pip install "ttdn-draft[page]"')),
    "E903": Message(N_("Cổng {port} đang có chương trình khác dùng."), N_("Bỏ --port để chương trình tự chọn, hoặc chọn số khác.")),
    "W904": Message(N_("Không mở được trình duyệt."), N_("Mở Edge, Chrome hoặc Firefox, chép địa chỉ ở trên vào ô địa chỉ.")),
    "E905": Message(N_("Lời gọi không đến từ trang của chương trình: {reason}."), N_("Mở trang bằng địa chỉ mà chương trình in ra lúc khởi động.")),
    "E906": Message(N_("Trang này thuộc một lần mở chương trình trước đây."), N_("Chép phần chưa lưu, đóng thẻ này rồi mở lại chương trình.")),
    "E907": Message(N_("Tệp không nằm trong thư mục đang chọn, hoặc không phải tệp .md: {name}."), N_("Chọn thư mục có tệp đó, hoặc chép tệp vào thư mục đang chọn.")),
    "E908": Message(N_("Phần gửi lên quá lớn: nhận nhiều nhất {limit} MB."), N_("Bớt ảnh trong tệp Word, hoặc tách văn bản làm hai.")),
    "E909": Message(N_("Phần gửi lên chưa xong thì hết giờ ({seconds} giây)."), N_("Làm lại lần nữa.")),
    "E910": Message(N_("Chương trình không hiểu điều trang vừa gửi: {what}."), N_("Tải lại trang.")),
    "E911": Message(N_("Tệp này vừa được sửa ở nơi khác."), N_("Cả hai bản đều còn: lưu bản của mình thành tệp mới, hoặc xem chỗ khác nhau.")),
    "E912": Message(N_("Tệp này không còn ở chỗ cũ."), N_("Lưu thành tệp mới, hoặc chọn thư mục khác.")),
    "E913": Message(N_("Đã có tệp Word cùng tên: {name}."), N_("Thay tệp đó, hoặc đổi tên nó rồi xuất lại.")),
    "E914": Message(N_("Tệp thả vào trang không còn được giữ."), N_("Thả tệp vào trang lần nữa.")),
    "E915": Message(N_("Không dùng được thư mục này: {reason}."), N_("Chọn thư mục khác trên máy này.")),
    "E916": Message(N_("Chữ đã đổi trước khi vẽ xong trang."), N_("Trang mới đang được vẽ.")),
    "E917": Message(N_("Chương trình không có phần «{name}»."), N_("Cài bản mới của chương trình rồi mở lại trang.")),
    "W918": Message(N_("Không ghi được vào thư mục này: {reason}."), N_("Chọn thư mục khác; phần soạn tạm giữ ở một nơi riêng trên máy.")),
    "E919": Message(N_("Tệp thả vào không đọc được ở đây: {name}."), N_("Thả tệp Word (.docx); tệp .doc thì mở bằng Word rồi lưu thành .docx.")),
    "E926": Message(N_("Chưa ghi lý do bỏ qua nhận xét."), N_("Ghi một câu: vì sao chỗ này để nguyên.")),
    "E927": Message(N_("Ngày cuối {until} đã qua, nên nhận xét không bỏ qua được."), N_("Chọn ngày từ hôm nay trở đi.")),
    "E928": Message(N_("Tệp ttdn.toml của bản này nằm ngoài thư mục đang chọn: {folder}."), N_("Chọn thư mục đó làm thư mục lưu, rồi bỏ qua nhận xét.")),
    "E929": Message(N_("Tệp ttdn.toml được viết theo cách mà chương trình không sửa được an toàn."), N_("Mở tệp đó bằng Notepad, viết mục [[accepted]] ở cuối, mỗi giá trị một dòng.")),
    "E980": Message(N_("Chỗ này không bỏ được mà không đụng đến chữ khác."), N_("Sửa hoặc xoá ngay trong phần chữ.")),
}  # fmt: skip
