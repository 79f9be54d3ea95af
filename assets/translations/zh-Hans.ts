<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh-Hans" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>Thank you, %1.</source>
        <translation>谢谢您，%1。</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>谢谢您。</translation>
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
        <source>Please tell the desk you are %1.</source>
        <translation>请告诉前台您是 %1。</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>请到前台来。</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>现在从这里联系不上前台。您的到达信息已保存。</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>还没有人回应。</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>请到 %1。</translation>
    </message>
    <message>
        <source>Your visit has ended. Take care.</source>
        <translation>您的就诊已结束。请多保重。</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>已发送到前台</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>已在此保存</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>已显示在前台屏幕上</translation>
    </message>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 已看到您</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>有人已看到您</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>二维码：用手机查看等候</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>用手机查看等候</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>请就座。
我们会叫 %1。</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>好了</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ 返回</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>请用文字写您的名字。</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>您好！怎么称呼您？</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>怎么称呼您？</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>跳过</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>我到了 ›</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>我到了</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1。谢谢您。</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>哪里做得好？</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>我们哪里可以做得更好？</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>可多选。</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>要不要现在
请人过来？</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>我们希望把事情做好。</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>不用，谢谢</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>好的，麻烦了</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Thank you for telling us.</source>
        <translation>谢谢您告诉我们。</translation>
    </message>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 马上过来。</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>我们已通知前台。</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>正在通知前台。</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>请留在这块屏幕附近：%1。</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>请到前台来。</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>现在从这里联系不上前台。您的求助已保存。</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>还没有人回应。</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>已发送到前台</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>已在此保存</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>已显示在前台屏幕上</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 已在路上（%2 起）</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>有人正在过来</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>问题解决了吗？</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>是的，谢谢</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
        <source>‹ Back</source>
        <translation>‹ 返回</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
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
    <name>Rate</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ 返回</translation>
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
        <source>%1, how was your visit?</source>
        <translation>%1，您的就诊感受如何？</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>请点一颗星。您的名字不会一同保存。</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
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
    <name>Thanks</name>
    <message>
        <source>Thank you, and take care.</source>
        <translation>谢谢您，请多保重。</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>您的评分已保存。全体员工都会看到。</translation>
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
        <source>our public reviews page</source>
        <translation>我们的公开评价页面</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Please tell the desk.</source>
        <translation>请告诉前台。</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>这块屏幕现在无法保存，您刚才的点击没有保存。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message>
        <source>Please come</source>
        <translation>请前往</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>%1 已看到</translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>已在前台
屏幕上</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>已发送
到前台</translation>
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
        <source>to %1</source>
        <translation>%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>还有 %n 人等候</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Good morning.</source>
        <translation>早上好。</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>下午好。</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>晚上好。</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>很高兴您来了。</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>我刚到</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>告诉前台您到了</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>我要走了</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>评价就诊</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>我需要帮助</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Poor</source>
        <translation>差</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>较差</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>好</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>非常好</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>接待</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>等候</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>亲切</translation>
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
        <source>My care</source>
        <translation>我的诊疗</translation>
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
</context>
</TS>
