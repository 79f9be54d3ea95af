<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>%1 has seen you</source>
        <translation>على علم: %1</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>أحتاج مساعدة</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>لم يُجب أحد بعد.</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>على شاشة الاستقبال</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>يُرجى التوجه إلى %1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>يُرجى الحضور إلى الاستقبال.</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>يُرجى الجلوس.
سننادي %1.</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>يُرجى إخبار الاستقبال أنك %1.</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>رمز QR: تابع انتظارك على هاتفك</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>على علم: موظف</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>أُرسل إلى الاستقبال</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>تابع انتظارك على هاتفك</translation>
    </message>
    <message>
        <source>Thank you, %1.</source>
        <translation>شكرًا لك، %1.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>شكرًا لك.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>لا يمكننا الوصول إلى الاستقبال من هنا الآن. تسجيل وصولك محفوظ.</translation>
    </message>
    <message>
        <source>Your ticket is</source>
        <translation>رقمك هو</translation>
    </message>
    <message>
        <source>Your ticket is %1</source>
        <translation>رقمك هو %1</translation>
    </message>
    <message>
        <source>Your visit has ended. Take care.</source>
        <translation>انتهت زيارتك. مع تمنياتنا بالسلامة.</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>%1 seen</source>
        <translation>‏%1، على علم</translation>
    </message>
    <message numerus="yes">
        <source>%1 seen, wait about %n minute(s)</source>
        <translation>
            <numerusform>‏%1، على علم، الانتظار نحو %n دقيقة</numerusform>
            <numerusform>‏%1، على علم، الانتظار نحو دقيقة واحدة</numerusform>
            <numerusform>‏%1، على علم، الانتظار نحو دقيقتين</numerusform>
            <numerusform>‏%1، على علم، الانتظار نحو %n دقائق</numerusform>
            <numerusform>‏%1، على علم، الانتظار نحو %n دقيقة</numerusform>
            <numerusform>‏%1، على علم، الانتظار نحو %n دقيقة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>‏%n د</numerusform>
            <numerusform>‏%n د</numerusform>
            <numerusform>‏%n د</numerusform>
            <numerusform>‏%n د</numerusform>
            <numerusform>‏%n د</numerusform>
            <numerusform>‏%n د</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>على علم</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>‏%1 على علم</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>بلا اسم</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>أهلًا! بماذا نناديك؟</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>أحتاج مساعدة</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>أنا هنا</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>أنا هنا ›</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>يُرجى كتابة اسمك بالحروف.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>تخطٍّ</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>بماذا نناديك؟</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ رجوع</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Wipe the screen now. No touch does anything.</source>
        <translation>امسح الشاشة الآن. اللمس لا يفعل شيئًا.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Have a good rest, and take care.</source>
        <translation>نتمنى لك الراحة والسلامة.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>أحتاج مساعدة</translation>
    </message>
    <message>
        <source>The office is closed for now.</source>
        <translation>العيادة مغلقة حاليًا.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>نحن مغلقون.</translation>
    </message>
    <message>
        <source>We open again on Friday at %1.</source>
        <translation>نفتح يوم الجمعة الساعة %1.</translation>
    </message>
    <message>
        <source>We open again on Monday at %1.</source>
        <translation>نفتح يوم الاثنين الساعة %1.</translation>
    </message>
    <message>
        <source>We open again on Saturday at %1.</source>
        <translation>نفتح يوم السبت الساعة %1.</translation>
    </message>
    <message>
        <source>We open again on Sunday at %1.</source>
        <translation>نفتح يوم الأحد الساعة %1.</translation>
    </message>
    <message>
        <source>We open again on Thursday at %1.</source>
        <translation>نفتح يوم الخميس الساعة %1.</translation>
    </message>
    <message>
        <source>We open again on Tuesday at %1.</source>
        <translation>نفتح يوم الثلاثاء الساعة %1.</translation>
    </message>
    <message>
        <source>We open again on Wednesday at %1.</source>
        <translation>نفتح يوم الأربعاء الساعة %1.</translation>
    </message>
    <message>
        <source>We open again today at %1.</source>
        <translation>نفتح اليوم الساعة %1.</translation>
    </message>
    <message>
        <source>We open again tomorrow at %1.</source>
        <translation>نفتح غدًا الساعة %1.</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Easier to read?</source>
        <translation>قراءة أسهل؟</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>نص أكبر</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>القراءة بصوت عالٍ</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>تباين أقوى</translation>
    </message>
</context>
<context>
    <name>ComfortButton</name>
    <message>
        <source>Text size and contrast</source>
        <translation>حجم النص والتباين</translation>
    </message>
</context>
<context>
    <name>Comment</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Please use letters only.</source>
        <translation>لا يمكن حفظ النص هكذا. من فضلك استخدم الحروف فقط.</translation>
    </message>
    <message>
        <source>What would you like to tell us?</source>
        <translation>ماذا تود أن تقول لنا؟</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ رجوع</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave the kiosk? Patients cannot use this tablet until somebody starts it again.</source>
        <translation>مغادرة الكشك؟ لن يستطيع المرضى استخدام هذا الجهاز حتى يشغّله أحد من جديد.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>لا</translation>
    </message>
    <message>
        <source>Restart the kiosk? It is back after some seconds, and nothing is lost.</source>
        <translation>إعادة تشغيل الكشك؟ يعود بعد ثوانٍ، ولا يضيع شيء.</translation>
    </message>
    <message>
        <source>Yes, leave</source>
        <translation>نعم، مغادرة</translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation>نعم، إعادة تشغيل</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Ask again</source>
        <translation>اطلب من جديد</translation>
    </message>
    <message>
        <source>At the desk, open Tablets and let it in by this code, or scan the picture.</source>
        <translation>في الاستقبال، افتح صفحة “Tablets” واسمح للجهاز بهذا الرمز، أو امسح الصورة.</translation>
    </message>
    <message>
        <source>Front Desk Kiosk</source>
        <translation>Front Desk Kiosk</translation>
    </message>
    <message>
        <source>No hub was found in this network. It is looked for again by itself.</source>
        <translation>لم يُعثر على خادم في هذه الشبكة. سيُعاد البحث تلقائيًا.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>لحظة من فضلك…</translation>
    </message>
    <message>
        <source>QR code: the page that lets this tablet in</source>
        <translation>رمز QR: الصفحة التي تسمح لهذا الجهاز</translation>
    </message>
    <message>
        <source>The desk did not let this tablet in.</source>
        <translation>لم يسمح الاستقبال لهذا الجهاز.</translation>
    </message>
    <message>
        <source>The desk no longer lets this tablet in.</source>
        <translation>لم يعد الاستقبال يسمح لهذا الجهاز.</translation>
    </message>
    <message>
        <source>The hub at %1 can’t be reached. It is tried again by itself.</source>
        <translation>تعذّر الوصول إلى الخادم %1. ستتكرر المحاولة تلقائيًا.</translation>
    </message>
    <message>
        <source>The page must show this fingerprint too:</source>
        <translation>يجب أن تعرض الصفحة أيضًا بصمة الشهادة هذه:</translation>
    </message>
    <message>
        <source>This tablet is new here.</source>
        <translation>هذا الجهاز جديد هنا.</translation>
    </message>
    <message>
        <source>What the desk has not heard of yet stays here, without names: %1</source>
        <translation>ما لم يصل إلى الاستقبال بعد يبقى هنا دون أسماء: %1</translation>
    </message>
    <message>
        <source>Which of these is your hub? Choose one only if you know its address.</source>
        <translation>أيٌّ من هذه هو خادمكم؟ لا تختاروا واحدًا إلا إذا كنتم تعرفون عنوانه.</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>%1. Thank you.</source>
        <translation>‏%1. شكرًا لك.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>التالي</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>لا، شكرًا</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>هل تودّ أن يأتي
أحد إليك الآن؟</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>اختر ما تشاء.</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>نودّ أن نصلح الأمر.</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>ماذا يمكننا أن نحسّن؟</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>ما الذي أعجبك؟</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>اكتب</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>اكتب تعليقًا</translation>
    </message>
    <message>
        <source>Written ✓</source>
        <translation>كُتب ✓</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>نعم، من فضلك</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 is coming.</source>
        <translation>‏%1 في الطريق إليك.</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>‏%1 في الطريق منذ %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>هل حُلّ الأمر؟</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>لم يُجب أحد بعد.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>ليس بعد</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>على شاشة الاستقبال</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>يُرجى الحضور إلى الاستقبال.</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>يُرجى البقاء قرب هذه الشاشة: %1.</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>محفوظ هنا</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>أُرسل إلى الاستقبال</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>هناك من يأتي إليك</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>شكرًا لإخبارنا.</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>نُبلغ الاستقبال الآن.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>لا يمكننا الوصول إلى الاستقبال من هنا الآن. طلبك محفوظ.</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>أبلغنا الاستقبال.</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>نعم، شكرًا</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Languages</source>
        <translation>اللغات</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ رجوع</translation>
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
            <numerusform>لا أرقام</numerusform>
            <numerusform>رقم واحد</numerusform>
            <numerusform>رقمان</numerusform>
            <numerusform>%n أرقام</numerusform>
            <numerusform>%n رقمًا</numerusform>
            <numerusform>%n رقم</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>موافق</translation>
    </message>
    <message>
        <source>Wrong PIN. Please try again.</source>
        <translation>رقم PIN خاطئ. حاول مجددًا.</translation>
    </message>
    <message>
        <source>Wrong PIN. Please wait %1 s.</source>
        <translation>رقم PIN خاطئ. انتظر %1 ث.</translation>
    </message>
    <message>
        <source>Your PIN, please.</source>
        <translation>رقم PIN من فضلك.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Further down</source>
        <translation>إلى الأسفل</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>إلى الأعلى</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>أحتاج مساعدة</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>%1, how was your visit?</source>
        <translation>‏%1، كيف كانت زيارتك؟</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>كيف كانت زيارتك اليوم؟</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>أحتاج مساعدة</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>اضغط على نجمة. لا يُحفظ اسمك معها.</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ رجوع</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>رجوع</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>تم</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>إعادة التشغيل</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>الموظفون</translation>
    </message>
    <message>
        <source>The staff’s screen is not set up: run “kiosk pin” and put the line that it prints into this tablet’s settings.</source>
        <translation>شاشة الموظفين غير مُعدّة: شغّل “kiosk pin” وضع السطر الذي يطبعه في إعدادات هذا الجهاز.</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ رجوع</translation>
    </message>
</context>
<context>
    <name>StaffHome</name>
    <message>
        <source>%1 · %2</source>
        <translation>‏%1 · %2</translation>
    </message>
    <message>
        <source>Cleaning, 30 s</source>
        <translation>تنظيف، 30 ث</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>إغلاق العيادة</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>مغادرة الكشك</translation>
    </message>
    <message>
        <source>Nobody waits to be seen.</source>
        <translation>لا أحد ينتظر الرد.</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>فتح العيادة</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>هذا الجهاز</translation>
    </message>
    <message>
        <source>Waiting to be seen</source>
        <translation>بانتظار الرد</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>%1, %2 of 5</source>
        <translation>‏%1، %2 من 5</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n نجمة</numerusform>
            <numerusform>نجمة واحدة</numerusform>
            <numerusform>نجمتان</numerusform>
            <numerusform>%n نجوم</numerusform>
            <numerusform>%n نجمة</numerusform>
            <numerusform>%n نجمة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Done: %1</source>
        <translation>تم: %1</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>ليس بعد: %1</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation>هل ما زلت هنا؟</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>نعم، أنا هنا</translation>
    </message>
</context>
<context>
    <name>TabletStatus</name>
    <message>
        <source>%1 GB free</source>
        <translation>‏%1 غ.ب متاحة</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>الاستقبال</translation>
    </message>
    <message>
        <source>Names are erased, and what is unsent stays here. To let this tablet in again, IT takes the token out of its settings and restarts it: it then shows a code.</source>
        <translation>مُحيت الأسماء، وما لم يُرسل يبقى هنا. للسماح لهذا الجهاز من جديد، يزيل قسم تقنية المعلومات الرمز السري من إعداداته ويعيد تشغيله، فيعرض عندئذ رمزًا للدخول.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>الإيصال</translation>
    </message>
    <message>
        <source>Refused by the hub</source>
        <translation>رفضه الخادم</translation>
    </message>
    <message>
        <source>Restart the kiosk</source>
        <translation>إعادة تشغيل الكشك</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>الشاشة</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>لم يُرسل</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>الإصدار</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>لم يُطلب بعد</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
    <message>
        <source>the hub does not have all %1</source>
        <translation>ليس لدى الخادم كل شيء: %1</translation>
    </message>
    <message>
        <source>the hub has all %1</source>
        <translation>لدى الخادم كل شيء: %1</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Finish</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>QR code: our public reviews page</source>
        <translation>رمز QR: صفحة تقييماتنا العامة</translation>
    </message>
    <message>
        <source>Tell others, too</source>
        <translation>أخبر الآخرين أيضًا</translation>
    </message>
    <message>
        <source>Thank you, and take care.</source>
        <translation>شكرًا لك، ومع السلامة.</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>حُفظ تقييمك. الفريق كله يقرأ التقييمات.</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>صفحة تقييماتنا العامة</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Please tell the desk.</source>
        <translation>يُرجى إبلاغ الاستقبال.</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>لا يمكن لهذه الشاشة حفظ أي شيء الآن، ولم تُحفظ لمستك الأخيرة.</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>لا أحد آخر ينتظر</numerusform>
            <numerusform>شخص آخر ينتظر</numerusform>
            <numerusform>شخصان آخران ينتظران</numerusform>
            <numerusform>%n أشخاص آخرين ينتظرون</numerusform>
            <numerusform>%n شخصًا آخر ينتظرون</numerusform>
            <numerusform>%n شخص آخر ينتظرون</numerusform>
        </translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>على شاشة
الاستقبال</translation>
    </message>
    <message>
        <source>Please come</source>
        <translation>يُرجى التوجه</translation>
    </message>
    <message>
        <source>Please tell
the desk</source>
        <translation>أخبر
الاستقبال</translation>
    </message>
    <message>
        <source>Saved
here</source>
        <translation>محفوظ
هنا</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>‏%1 على علم</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>أُرسل إلى
الاستقبال</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>إلى %1</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Good afternoon.</source>
        <translation>نهارك سعيد.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>مساء الخير.</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>صباح الخير.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>أحتاج مساعدة</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>سأغادر الآن</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>وصلتُ للتو</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>قيّم زيارتك</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>أخبر الاستقبال بوصولك</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>يسعدنا حضورك.</translation>
    </message>
</context>
<context>
    <name>WhoAreYou</name>
    <message>
        <source>Who are you?</source>
        <translation>من أنت؟</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>‏%1 د %2 ث</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>‏%1 ث</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>لم يُرسل شيء بعد: %n</numerusform>
            <numerusform>واحد لم يُرسل</numerusform>
            <numerusform>اثنان لم يُرسلا</numerusform>
            <numerusform>%n لم تُرسل</numerusform>
            <numerusform>%n لم تُرسل</numerusform>
            <numerusform>%n لم تُرسل</numerusform>
        </translation>
    </message>
    <message>
        <source>Average</source>
        <translation>متوسط</translation>
    </message>
    <message>
        <source>Being listened to</source>
        <translation>حُسن الإصغاء</translation>
    </message>
    <message>
        <source>Clear answers</source>
        <translation>وضوح الإجابات</translation>
    </message>
    <message>
        <source>Desk not reached since %1</source>
        <translation>لا اتصال بالاستقبال منذ %1</translation>
    </message>
    <message>
        <source>Desk not reached yet</source>
        <translation>لا اتصال بالاستقبال بعد</translation>
    </message>
    <message>
        <source>Desk reached since %1</source>
        <translation>متصل بالاستقبال منذ %1</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>ممتاز</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>مقبول</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>اللطف</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>رعايتي الصحية</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>ضعيف</translation>
    </message>
    <message>
        <source>The desk does not know this tablet</source>
        <translation>الاستقبال لا يعرف هذا الجهاز</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>الانتظار</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>الاستقبال</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>نحو %n د</numerusform>
            <numerusform>نحو %n د</numerusform>
            <numerusform>نحو %n د</numerusform>
            <numerusform>نحو %n د</numerusform>
            <numerusform>نحو %n د</numerusform>
            <numerusform>نحو %n د</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>نحو %n دقيقة</numerusform>
            <numerusform>نحو دقيقة واحدة</numerusform>
            <numerusform>نحو دقيقتين</numerusform>
            <numerusform>نحو %n دقائق</numerusform>
            <numerusform>نحو %n دقيقة</numerusform>
            <numerusform>نحو %n دقيقة</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>غير معروف</translation>
    </message>
</context>
</TS>
