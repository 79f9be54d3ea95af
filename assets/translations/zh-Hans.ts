<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh-Hans" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 已看到您</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>还没有人回应。</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>已显示在前台屏幕上</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>请到 %1。</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>请到前台来。</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>请就座。
我们会叫 %1。</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>请告诉前台您是 %1。</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>二维码：用手机查看等候</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>已在此保存</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>有人已看到您</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>已发送到前台</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>用手机看等候</translation>
    </message>
    <message>
        <source>Thank you, %1.</source>
        <translation>谢谢您，%1。</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>谢谢您。</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>现在从这里联系不上前台。您的到达信息已保存。</translation>
    </message>
    <message>
        <source>Your ticket is</source>
        <translation>您的号码是</translation>
    </message>
    <message>
        <source>Your ticket is %1</source>
        <translation>您的号码是 %1</translation>
    </message>
    <message>
        <source>Your visit has ended. Take care.</source>
        <translation>您的就诊已结束。请多保重。</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>%1 seen</source>
        <translation>已看到 %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 seen, wait about %n minute(s)</source>
        <translation>
            <numerusform>已看到 %1，约等 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>已看到</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>%1 已看到</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>无名字</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>您好！怎么称呼您？</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>我到了</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>我到了 ›</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>请用文字写您的名字。</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>怎么称呼您？</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ 返回</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Wipe the screen now. No touch does anything.</source>
        <translation>现在可以擦屏幕。触摸不起作用。</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Have a good rest, and take care.</source>
        <translation>请好好休息，多保重。</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
    <message>
        <source>The office is closed for now.</source>
        <translation>诊所暂时关门。</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>已关门。</translation>
    </message>
    <message>
        <source>We open again on Friday at %1.</source>
        <translation>我们星期五 %1 开门。</translation>
    </message>
    <message>
        <source>We open again on Monday at %1.</source>
        <translation>我们星期一 %1 开门。</translation>
    </message>
    <message>
        <source>We open again on Saturday at %1.</source>
        <translation>我们星期六 %1 开门。</translation>
    </message>
    <message>
        <source>We open again on Sunday at %1.</source>
        <translation>我们星期日 %1 开门。</translation>
    </message>
    <message>
        <source>We open again on Thursday at %1.</source>
        <translation>我们星期四 %1 开门。</translation>
    </message>
    <message>
        <source>We open again on Tuesday at %1.</source>
        <translation>我们星期二 %1 开门。</translation>
    </message>
    <message>
        <source>We open again on Wednesday at %1.</source>
        <translation>我们星期三 %1 开门。</translation>
    </message>
    <message>
        <source>We open again today at %1.</source>
        <translation>我们今天 %1 开门。</translation>
    </message>
    <message>
        <source>We open again tomorrow at %1.</source>
        <translation>我们明天 %1 开门。</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>Easier to read?</source>
        <translation>想看得更清楚？</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>大字</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>朗读</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>更强对比</translation>
    </message>
</context>
<context>
    <name>ComfortButton</name>
    <message>
        <source>Text size and contrast</source>
        <translation>文字大小和对比度</translation>
    </message>
</context>
<context>
    <name>Comment</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Please use letters only.</source>
        <translation>这样无法保存。请只使用文字。</translation>
    </message>
    <message>
        <source>What would you like to tell us?</source>
        <translation>您想对我们说些什么？</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ 返回</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave the kiosk? Patients cannot use this tablet until somebody starts it again.</source>
        <translation>退出自助机？在有人重新启动之前，病人无法使用这台平板。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不</translation>
    </message>
    <message>
        <source>Restart the kiosk? It is back after some seconds, and nothing is lost.</source>
        <translation>重启自助机？几秒后恢复，不会丢失任何内容。</translation>
    </message>
    <message>
        <source>Yes, leave</source>
        <translation>是的，退出</translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation>是的，重启</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Ask again</source>
        <translation>重新申请</translation>
    </message>
    <message>
        <source>At the desk, open Tablets and let it in by this code, or scan the picture.</source>
        <translation>请在前台打开“Tablets”页面，用此代码批准本机，或扫描图片。</translation>
    </message>
    <message>
        <source>Front Desk Kiosk</source>
        <translation>Front Desk Kiosk</translation>
    </message>
    <message>
        <source>No hub was found in this network. It is looked for again by itself.</source>
        <translation>在此网络中未找到服务器。系统会自动再次查找。</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>请稍候……</translation>
    </message>
    <message>
        <source>QR code: the page that lets this tablet in</source>
        <translation>二维码：批准这台平板的页面</translation>
    </message>
    <message>
        <source>The desk did not let this tablet in.</source>
        <translation>前台没有批准这台平板。</translation>
    </message>
    <message>
        <source>The desk no longer lets this tablet in.</source>
        <translation>前台不再允许使用这台平板。</translation>
    </message>
    <message>
        <source>The hub at %1 can’t be reached. It is tried again by itself.</source>
        <translation>无法连接服务器 %1，将自动重试。</translation>
    </message>
    <message>
        <source>The page must show this fingerprint too:</source>
        <translation>该页面也必须显示这个证书指纹：</translation>
    </message>
    <message>
        <source>This tablet is new here.</source>
        <translation>这是一台新平板。</translation>
    </message>
    <message>
        <source>What the desk has not heard of yet stays here, without names: %1</source>
        <translation>前台尚未收到的内容保留在本机，不含姓名：%1</translation>
    </message>
    <message>
        <source>Which of these is your hub? Choose one only if you know its address.</source>
        <translation>其中哪一个是您的服务器？只有知道其地址时才选择。</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1。谢谢您。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>不用，谢谢</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>要不要现在
请人过来？</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>可多选。</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>我们希望把事情做好。</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>我们哪里可以做得更好？</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>哪里做得好？</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>写一写</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>写评论</translation>
    </message>
    <message>
        <source>Written ✓</source>
        <translation>已写 ✓</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>好的，麻烦了</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 马上过来。</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 已在路上（%2 起）</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>问题解决了吗？</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>还没有人回应。</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>已显示在前台屏幕上</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>请到前台来。</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>请留在这块屏幕附近：%1。</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>已在此保存</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>已发送到前台</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>有人正在过来</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>谢谢您告诉我们。</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>正在通知前台。</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>现在从这里联系不上前台。您的求助已保存。</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>我们已通知前台。</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>是的，谢谢</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Languages</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ 返回</translation>
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
            <numerusform>%n 位数字</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>Wrong PIN. Please try again.</source>
        <translation>PIN 不对。请再试。</translation>
    </message>
    <message>
        <source>Wrong PIN. Please wait %1 s.</source>
        <translation>PIN 不对。请等 %1 秒。</translation>
    </message>
    <message>
        <source>Your PIN, please.</source>
        <translation>请输入您的 PIN。</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Further down</source>
        <translation>往下</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>往上</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>%1, how was your visit?</source>
        <translation>%1，您的就诊感受如何？</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>您今天的就诊感受如何？</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>请点一颗星。您的名字不会一同保存。</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ 返回</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>重启</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工</translation>
    </message>
    <message>
        <source>The staff’s screen is not set up: run “kiosk pin” and put the line that it prints into this tablet’s settings.</source>
        <translation>员工界面尚未设置：请运行“kiosk pin”，把它输出的那一行放进这台平板的设置。</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>这台平板</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ 返回</translation>
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
        <translation>清洁 30 秒</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>诊所关门</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>退出自助机</translation>
    </message>
    <message>
        <source>Nobody waits to be seen.</source>
        <translation>没有人等待回应。</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>诊所开门</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>这台平板</translation>
    </message>
    <message>
        <source>Waiting to be seen</source>
        <translation>等待回应</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>%1, %2 of 5</source>
        <translation>%1，%2 星，共 5 星</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n 颗星</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Done: %1</source>
        <translation>已完成：%1</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>尚未：%1</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation>您还在吗？</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>是的，我在</translation>
    </message>
</context>
<context>
    <name>TabletStatus</name>
    <message>
        <source>%1 GB free</source>
        <translation>剩余 %1 GB</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>前台</translation>
    </message>
    <message>
        <source>Names are erased, and what is unsent stays here. To let this tablet in again, IT takes the token out of its settings and restarts it: it then shows a code.</source>
        <translation>姓名已删除，未发送的内容保留在本机。如需重新批准本机，请信息技术人员从设置中移除令牌并重启，届时会显示代码。</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>回执</translation>
    </message>
    <message>
        <source>Refused by the hub</source>
        <translation>被服务器拒绝</translation>
    </message>
    <message>
        <source>Restart the kiosk</source>
        <translation>重启自助机</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>屏幕</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>尚未查询</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>the hub does not have all %1</source>
        <translation>服务器未全部收到：%1</translation>
    </message>
    <message>
        <source>the hub has all %1</source>
        <translation>服务器已全部收到：%1</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>QR code: our public reviews page</source>
        <translation>二维码：我们的公开评价页面</translation>
    </message>
    <message>
        <source>Tell others, too</source>
        <translation>也告诉别人</translation>
    </message>
    <message>
        <source>Thank you, and take care.</source>
        <translation>谢谢，请保重。</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>您的评分已保存。全体员工都会看到。</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>我们的公开评价页面</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Please tell the desk.</source>
        <translation>请告诉前台。</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>这块屏幕现在无法保存，您刚才的点击没有保存。</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>还有 %n 人等候</numerusform>
        </translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>已在前台
屏幕上</translation>
    </message>
    <message>
        <source>Please come</source>
        <translation>请前往</translation>
    </message>
    <message>
        <source>Please tell
the desk</source>
        <translation>请告诉
前台</translation>
    </message>
    <message>
        <source>Saved
here</source>
        <translation>已在此
保存</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>%1 已看到</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>已发送
到前台</translation>
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
        <translation>下午好。</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>晚上好。</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>早上好。</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>我要走了</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>我刚到</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>评价就诊</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>告诉前台您到了</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>很高兴您来了。</translation>
    </message>
</context>
<context>
    <name>WhoAreYou</name>
    <message>
        <source>Who are you?</source>
        <translation>您是谁？</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n 条未发送</numerusform>
        </translation>
    </message>
    <message>
        <source>Average</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Being listened to</source>
        <translation>认真倾听</translation>
    </message>
    <message>
        <source>Clear answers</source>
        <translation>解答清楚</translation>
    </message>
    <message>
        <source>Desk not reached since %1</source>
        <translation>自 %1 起联系不上前台</translation>
    </message>
    <message>
        <source>Desk not reached yet</source>
        <translation>还没联系上前台</translation>
    </message>
    <message>
        <source>Desk reached since %1</source>
        <translation>自 %1 起与前台连通</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>非常好</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>较差</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>亲切</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>我的诊疗</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>The desk does not know this tablet</source>
        <translation>前台不认识这台平板</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>接待</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>约 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>大约 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
</context>
</TS>
