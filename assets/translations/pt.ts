<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>Thank you, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ticket is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your ticket is %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your visit has ended. Take care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has seen you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I need help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>‹ Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I need help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. Thank you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Thank you for telling us.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is coming.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Front Desk Kiosk</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>‹ Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I need help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>%1, %2 of 5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Done: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Thank you, and take care.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>QR code: our public reviews page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell others, too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Please tell the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message>
        <source>Please come</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please tell
the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved
here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Good morning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I need help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Poor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Average</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Good</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Being listened to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My care</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
</TS>
