<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>Thank you, %1.</source>
        <translation>Спасибо, %1.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Спасибо.</translation>
    </message>
    <message>
        <source>Your ticket is</source>
        <translation>Ваш номер</translation>
    </message>
    <message>
        <source>Your ticket is %1</source>
        <translation>Ваш номер %1</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>Скажите в регистратуре: ваш номер %1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Пожалуйста, подойдите в регистратуру.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>Сейчас отсюда нет связи с регистратурой. Ваш приход сохранён.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Пока никто не ответил.</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>Вас ждут: %1.</translation>
    </message>
    <message>
        <source>Your visit has ended. Take care.</source>
        <translation>Ваш визит завершён. Берегите себя.</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Отправлено в регистратуру</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Сохранено здесь</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>На экране регистратуры</translation>
    </message>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 знает, что вы здесь</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>Сотрудник знает, что вы здесь</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>QR-код: очередь в вашем телефоне</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>Очередь в вашем телефоне</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>Присядьте, пожалуйста.
Мы вызовем %1.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Мне нужна помощь</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Назад</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Мне нужна помощь</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>Пожалуйста, напишите имя буквами.</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>Здравствуйте! Как к вам обращаться?</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>Как к вам обращаться?</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>Я здесь ›</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>Я здесь</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1. Спасибо.</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>Что было хорошо?</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>Что нам сделать лучше?</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>Нажмите любое.</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>Позвать кого-то
к вам сейчас?</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>Мы хотим всё исправить.</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Нет, спасибо</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>Да, пожалуйста</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Спасибо, что сказали нам.</translation>
    </message>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 идёт к вам.</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>Мы сообщили в регистратуру.</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>Сообщаем в регистратуру.</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>Оставайтесь у этого экрана: %1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Пожалуйста, подойдите в регистратуру.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>Сейчас отсюда нет связи с регистратурой. Ваш вызов сохранён.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Пока никто не ответил.</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Отправлено в регистратуру</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Сохранено здесь</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>На экране регистратуры</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 идёт к вам с %2</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>Кто-то идёт к вам</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>Всё улажено?</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>Да, спасибо</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ещё нет</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Languages</source>
        <translation>Языки</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Назад</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
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
        <translation>‹ Назад</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>Как прошёл ваш визит?</translation>
    </message>
    <message>
        <source>%1, how was your visit?</source>
        <translation>%1, как прошёл ваш визит?</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>Нажмите на звезду. Имя с ней не сохраняется.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Мне нужна помощь</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>%1, %2 of 5</source>
        <translation>%1, %2 из 5</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n звезда</numerusform>
            <numerusform>%n звезды</numerusform>
            <numerusform>%n звёзд</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Done: %1</source>
        <translation>Готово: %1</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Ещё нет: %1</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation>Вы ещё здесь?</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>Да, я здесь</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Thank you, and take care.</source>
        <translation>Спасибо и берегите себя.</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>Ваша оценка сохранена. Их читает вся команда.</translation>
    </message>
    <message>
        <source>QR code: our public reviews page</source>
        <translation>QR-код: наша страница отзывов</translation>
    </message>
    <message>
        <source>Tell others, too</source>
        <translation>Расскажите и другим</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>наша страница отзывов</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Готово</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Please tell the desk.</source>
        <translation>Пожалуйста, скажите в регистратуре.</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>Этот экран сейчас ничего не может сохранить, и ваше последнее нажатие не сохранено.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message>
        <source>Please come</source>
        <translation>Вас ждут</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>%1 знает</translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>На экране
регистратуры</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>Отправлено в
регистратуру</translation>
    </message>
    <message>
        <source>Please tell
the desk</source>
        <translation>Скажите в
регистратуре</translation>
    </message>
    <message>
        <source>Saved
here</source>
        <translation>Сохранено
здесь</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>ждёт ещё %n человек</numerusform>
            <numerusform>ждут ещё %n человека</numerusform>
            <numerusform>ждут ещё %n человек</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Good morning.</source>
        <translation>Доброе утро.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Добрый день.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Добрый вечер.</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>Мы рады вам.</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>Я уже здесь</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>Сообщите регистратуре</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>Я ухожу</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>Оцените визит</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Мне нужна помощь</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Poor</source>
        <translation>Плохо</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Слабо</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Средне</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Хорошо</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Отлично</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>Приём</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>Доброта</translation>
    </message>
    <message>
        <source>Being listened to</source>
        <translation>Внимание</translation>
    </message>
    <message>
        <source>Clear answers</source>
        <translation>Понятные ответы</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>Моё лечение</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>около %n мин</numerusform>
            <numerusform>около %n мин</numerusform>
            <numerusform>около %n мин</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>примерно %n минута</numerusform>
            <numerusform>примерно %n минуты</numerusform>
            <numerusform>примерно %n минут</numerusform>
        </translation>
    </message>
</context>
</TS>
