<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="vi" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 biết quý vị đã đến</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Cần giúp đỡ</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Chưa có ai trả lời.</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>Đã hiện trên màn hình của quầy</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>Xin mời đến %1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Xin mời đến quầy tiếp tân.</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>Xin mời ngồi.
Chúng tôi sẽ gọi %1.</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>Xin báo với quầy: quý vị là %1.</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>Mã QR: theo dõi trên điện thoại</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Đã lưu tại đây</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>Có người biết quý vị đã đến</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Đã gửi đến quầy</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>Theo dõi trên điện thoại</translation>
    </message>
    <message>
        <source>Thank you, %1.</source>
        <translation>Xin cảm ơn, %1.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Xin cảm ơn.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>Hiện không liên lạc được với quầy từ đây. Việc quý vị đến đã được lưu.</translation>
    </message>
    <message>
        <source>Your ticket is</source>
        <translation>Số của quý vị là</translation>
    </message>
    <message>
        <source>Your ticket is %1</source>
        <translation>Số của quý vị là %1</translation>
    </message>
    <message>
        <source>Your visit has ended. Take care.</source>
        <translation>Lần khám đã xong. Xin giữ gìn sức khỏe.</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>%1 seen</source>
        <translation>Đã biết %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 seen, wait about %n minute(s)</source>
        <translation>
            <numerusform>Đã biết %1, chờ khoảng %n phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Đã biết</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>%1 đã biết</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>không tên</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>Xin chào! Gọi quý vị là gì ạ?</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Cần giúp đỡ</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>Tôi đã đến</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>Tôi đã đến ›</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>Xin viết tên bằng chữ cái.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Bỏ qua</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>Gọi quý vị là gì ạ?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Wipe the screen now. No touch does anything.</source>
        <translation>Hãy lau màn hình. Chạm không có tác dụng.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Have a good rest, and take care.</source>
        <translation>Xin nghỉ ngơi và giữ gìn sức khỏe.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Cần giúp đỡ</translation>
    </message>
    <message>
        <source>The office is closed for now.</source>
        <translation>Phòng khám tạm đóng cửa.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>Đã đóng cửa.</translation>
    </message>
    <message>
        <source>We open again on Friday at %1.</source>
        <translation>Mở cửa lại thứ Sáu lúc %1.</translation>
    </message>
    <message>
        <source>We open again on Monday at %1.</source>
        <translation>Mở cửa lại thứ Hai lúc %1.</translation>
    </message>
    <message>
        <source>We open again on Saturday at %1.</source>
        <translation>Mở cửa lại thứ Bảy lúc %1.</translation>
    </message>
    <message>
        <source>We open again on Sunday at %1.</source>
        <translation>Mở cửa lại Chủ nhật lúc %1.</translation>
    </message>
    <message>
        <source>We open again on Thursday at %1.</source>
        <translation>Mở cửa lại thứ Năm lúc %1.</translation>
    </message>
    <message>
        <source>We open again on Tuesday at %1.</source>
        <translation>Mở cửa lại thứ Ba lúc %1.</translation>
    </message>
    <message>
        <source>We open again on Wednesday at %1.</source>
        <translation>Mở cửa lại thứ Tư lúc %1.</translation>
    </message>
    <message>
        <source>We open again today at %1.</source>
        <translation>Mở cửa lại hôm nay lúc %1.</translation>
    </message>
    <message>
        <source>We open again tomorrow at %1.</source>
        <translation>Mở cửa lại ngày mai lúc %1.</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Easier to read?</source>
        <translation>Dễ đọc hơn?</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Chữ lớn hơn</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Đọc to</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>Tương phản rõ hơn</translation>
    </message>
</context>
<context>
    <name>ComfortButton</name>
    <message>
        <source>Text size and contrast</source>
        <translation>Cỡ chữ và độ tương phản</translation>
    </message>
</context>
<context>
    <name>Comment</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Please use letters only.</source>
        <translation>Không thể lưu như vậy. Xin chỉ dùng chữ cái.</translation>
    </message>
    <message>
        <source>What would you like to tell us?</source>
        <translation>Quý vị muốn nói gì với chúng tôi?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave the kiosk? Patients cannot use this tablet until somebody starts it again.</source>
        <translation>Thoát kiosk? Bệnh nhân không dùng được máy này đến khi có người mở lại.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Không</translation>
    </message>
    <message>
        <source>Restart the kiosk? It is back after some seconds, and nothing is lost.</source>
        <translation>Khởi động lại kiosk? Vài giây sau sẽ trở lại, không mất gì cả.</translation>
    </message>
    <message>
        <source>Yes, leave</source>
        <translation>Vâng, thoát</translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation>Vâng, khởi động lại</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Ask again</source>
        <translation>Yêu cầu lại</translation>
    </message>
    <message>
        <source>At the desk, open Tablets and let it in by this code, or scan the picture.</source>
        <translation>Tại quầy, hãy mở “Tablets” và cho phép máy bằng mã này, hoặc quét hình.</translation>
    </message>
    <message>
        <source>Front Desk Kiosk</source>
        <translation>Front Desk Kiosk</translation>
    </message>
    <message>
        <source>No hub was found in this network. It is looked for again by itself.</source>
        <translation>Không tìm thấy máy chủ nào trong mạng này. Hệ thống sẽ tự động tìm lại.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Xin chờ một chút…</translation>
    </message>
    <message>
        <source>QR code: the page that lets this tablet in</source>
        <translation>Mã QR: trang cho phép máy tính bảng này</translation>
    </message>
    <message>
        <source>The desk did not let this tablet in.</source>
        <translation>Quầy không cho phép máy tính bảng này.</translation>
    </message>
    <message>
        <source>The desk no longer lets this tablet in.</source>
        <translation>Quầy không còn cho phép máy tính bảng này.</translation>
    </message>
    <message>
        <source>The hub at %1 can’t be reached. It is tried again by itself.</source>
        <translation>Không kết nối được với máy chủ %1. Máy sẽ tự thử lại.</translation>
    </message>
    <message>
        <source>The page must show this fingerprint too:</source>
        <translation>Trang đó cũng phải hiển thị dấu vân tay chứng chỉ này:</translation>
    </message>
    <message>
        <source>This tablet is new here.</source>
        <translation>Máy tính bảng này là máy mới.</translation>
    </message>
    <message>
        <source>What the desk has not heard of yet stays here, without names: %1</source>
        <translation>Những gì quầy chưa nhận được vẫn ở lại đây, không kèm tên: %1</translation>
    </message>
    <message>
        <source>Which of these is your hub? Choose one only if you know its address.</source>
        <translation>Máy chủ nào trong số này là của bạn? Chỉ chọn nếu bạn biết địa chỉ của nó.</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1. Xin cảm ơn.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Đổi</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Tiếp</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Không cần</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>Quý vị có muốn người
đến ngay bây giờ?</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>Chạm tùy ý.</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>Chúng tôi muốn khắc phục.</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>Chúng tôi nên làm gì tốt hơn?</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>Điều gì tốt?</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Viết</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Viết nhận xét</translation>
    </message>
    <message>
        <source>Written ✓</source>
        <translation>Đã viết ✓</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>Vâng, xin mời</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 đang đến.</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 đang đến, từ lúc %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>Đã ổn chưa ạ?</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Chưa có ai trả lời.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Chưa</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>Đã hiện trên màn hình của quầy</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Xin mời đến quầy tiếp tân.</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>Xin ở gần màn hình này: %1.</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Đã lưu tại đây</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Đã gửi đến quầy</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>Có người đang đến</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Cảm ơn đã cho chúng tôi biết.</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>Đang báo cho quầy.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>Hiện không liên lạc được với quầy từ đây. Lời gọi của quý vị đã được lưu.</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>Đã báo cho quầy.</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>Vâng, cảm ơn</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Languages</source>
        <translation>Ngôn ngữ</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Front Desk Kiosk</source>
        <translation>Front Desk Kiosk</translation>
    </message>
</context>
<context>
    <name>PinPad</name>
    <message numerus="yes">
        <source>%n digit(s)</source>
        <translation>
            <numerusform>%n chữ số</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Xóa</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Wrong PIN. Please try again.</source>
        <translation>Sai mã PIN. Xin thử lại.</translation>
    </message>
    <message>
        <source>Wrong PIN. Please wait %1 s.</source>
        <translation>Sai mã PIN. Xin chờ %1 giây.</translation>
    </message>
    <message>
        <source>Your PIN, please.</source>
        <translation>Xin nhập mã PIN.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Further down</source>
        <translation>Xuống dưới</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>Lên trên</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Cần giúp đỡ</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>%1, how was your visit?</source>
        <translation>%1, lần khám thế nào?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>Lần khám thế nào?</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Cần giúp đỡ</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>Chạm một sao. Tên quý vị không được lưu kèm.</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>Quay lại</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Xong</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Thoát</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Khởi động lại</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Nhân viên</translation>
    </message>
    <message>
        <source>The staff’s screen is not set up: run “kiosk pin” and put the line that it prints into this tablet’s settings.</source>
        <translation>Màn hình nhân viên chưa được thiết lập: hãy chạy “kiosk pin” và đưa dòng nó in ra vào cài đặt của máy này.</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Quay lại</translation>
    </message>
</context>
<context>
    <name>StaffHome</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Cleaning, 30 s</source>
        <translation>Lau máy, 30 giây</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>Đóng cửa</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Thoát kiosk</translation>
    </message>
    <message>
        <source>Nobody waits to be seen.</source>
        <translation>Không có ai chờ.</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>Mở cửa</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Máy này</translation>
    </message>
    <message>
        <source>Waiting to be seen</source>
        <translation>Đang chờ</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>%1, %2 of 5</source>
        <translation>%1, %2 trên 5</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n sao</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Done: %1</source>
        <translation>Đã xong: %1</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Chưa: %1</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation>Quý vị còn ở đó không?</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>Vâng, tôi ở đây</translation>
    </message>
</context>
<context>
    <name>TabletStatus</name>
    <message>
        <source>%1 GB free</source>
        <translation>còn trống %1 GB</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Đồng hồ</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Quầy</translation>
    </message>
    <message>
        <source>Names are erased, and what is unsent stays here. To let this tablet in again, IT takes the token out of its settings and restarts it: it then shows a code.</source>
        <translation>Tên đã được xóa, những gì chưa gửi vẫn ở lại đây. Để cho phép lại máy này, bộ phận IT xóa token khỏi cài đặt rồi khởi động lại: khi đó máy sẽ hiện mã.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Biên nhận</translation>
    </message>
    <message>
        <source>Refused by the hub</source>
        <translation>Bị máy chủ từ chối</translation>
    </message>
    <message>
        <source>Restart the kiosk</source>
        <translation>Khởi động lại kiosk</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Màn hình</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Bộ nhớ</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>Chưa gửi</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Phiên bản</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>chưa được hỏi</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>không rõ</translation>
    </message>
    <message>
        <source>the hub does not have all %1</source>
        <translation>máy chủ còn thiếu: %1</translation>
    </message>
    <message>
        <source>the hub has all %1</source>
        <translation>máy chủ có đủ: %1</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Finish</source>
        <translation>Kết thúc</translation>
    </message>
    <message>
        <source>QR code: our public reviews page</source>
        <translation>Mã QR: trang đánh giá công khai của chúng tôi</translation>
    </message>
    <message>
        <source>Tell others, too</source>
        <translation>Xin kể cho người khác</translation>
    </message>
    <message>
        <source>Thank you, and take care.</source>
        <translation>Cảm ơn, xin giữ gìn sức khỏe.</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>Đánh giá đã được lưu. Cả nhóm đều đọc.</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>trang đánh giá công khai</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Close</source>
        <translation>Đóng</translation>
    </message>
    <message>
        <source>Please tell the desk.</source>
        <translation>Xin báo với quầy tiếp tân.</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>Màn hình này hiện không lưu được gì, và lần chạm vừa rồi chưa được lưu.</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>còn %n người đang chờ</numerusform>
        </translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>Trên màn hình
của quầy</translation>
    </message>
    <message>
        <source>Please come</source>
        <translation>Xin mời đến</translation>
    </message>
    <message>
        <source>Please tell
the desk</source>
        <translation>Xin báo
với quầy</translation>
    </message>
    <message>
        <source>Saved
here</source>
        <translation>Đã lưu
tại đây</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>%1 đã biết</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>Đã gửi
đến quầy</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>%1</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Good afternoon.</source>
        <translation>Chào buổi chiều.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Chào buổi tối.</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>Chào buổi sáng.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Cần giúp đỡ</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>Tôi ra về</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>Tôi vừa đến</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>Đánh giá lần khám</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>Báo cho quầy biết</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>Rất vui được đón quý vị.</translation>
    </message>
</context>
<context>
    <name>WhoAreYou</name>
    <message>
        <source>Who are you?</source>
        <translation>Quý vị là ai?</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 phút %2 giây</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 giây</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n chưa gửi</numerusform>
        </translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Trung bình</translation>
    </message>
    <message>
        <source>Being listened to</source>
        <translation>Được lắng nghe</translation>
    </message>
    <message>
        <source>Clear answers</source>
        <translation>Trả lời rõ ràng</translation>
    </message>
    <message>
        <source>Desk not reached since %1</source>
        <translation>Mất liên lạc với quầy từ %1</translation>
    </message>
    <message>
        <source>Desk not reached yet</source>
        <translation>Chưa liên lạc được với quầy</translation>
    </message>
    <message>
        <source>Desk reached since %1</source>
        <translation>Đã liên lạc với quầy từ %1</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Xuất sắc</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Tạm được</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Tốt</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>Sự tử tế</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>Việc chữa trị</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Kém</translation>
    </message>
    <message>
        <source>The desk does not know this tablet</source>
        <translation>Quầy không nhận ra máy này</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>Thời gian chờ</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>Sự đón tiếp</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>khoảng %n phút</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>khoảng %n phút</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>không rõ</translation>
    </message>
</context>
</TS>
