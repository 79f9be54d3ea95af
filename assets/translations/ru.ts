<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 знает о вас</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Нужна помощь</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Пока никто не ответил.</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>На экране регистратуры</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>Вас ждут:
%1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Пожалуйста, подойдите в регистратуру.</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>Присядьте.
Вызовем %1.</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>Скажите в регистратуре: ваш номер %1.</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>QR-код: очередь в вашем телефоне</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Сохранено здесь</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>О вас знает сотрудник</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Отправлено в регистратуру</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>Очередь в вашем телефоне</translation>
    </message>
    <message>
        <source>Thank you, %1.</source>
        <translation>Спасибо, %1.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Спасибо.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>Сейчас отсюда нет связи с регистратурой. Ваш приход сохранён.</translation>
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
        <source>Your visit has ended. Take care.</source>
        <translation>Ваш визит завершён. Берегите себя.</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>%1 seen</source>
        <translation>Знаем о %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 seen, wait about %n minute(s)</source>
        <translation>
            <numerusform>Знаем о %1, ждать примерно %n минуту</numerusform>
            <numerusform>Знаем о %1, ждать примерно %n минуты</numerusform>
            <numerusform>Знаем о %1, ждать примерно %n минут</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
            <numerusform>%n мин</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Знаем</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>%1 знает</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>без имени</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>Здравствуйте! Как к вам обращаться?</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Нужна помощь</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>Я здесь</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>Я здесь ›</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>Пожалуйста, напишите имя буквами.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Пропустить</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>Как к вам обращаться?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Назад</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Wipe the screen now. No touch does anything.</source>
        <translation>Протрите экран. Касания не действуют.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Have a good rest, and take care.</source>
        <translation>Отдыхайте и берегите себя.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Нужна помощь</translation>
    </message>
    <message>
        <source>The office is closed for now.</source>
        <translation>Клиника пока закрыта.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>Мы закрыты.</translation>
    </message>
    <message>
        <source>We open again on Friday at %1.</source>
        <translation>Откроемся в пятницу в %1.</translation>
    </message>
    <message>
        <source>We open again on Monday at %1.</source>
        <translation>Откроемся в понедельник в %1.</translation>
    </message>
    <message>
        <source>We open again on Saturday at %1.</source>
        <translation>Откроемся в субботу в %1.</translation>
    </message>
    <message>
        <source>We open again on Sunday at %1.</source>
        <translation>Откроемся в воскресенье в %1.</translation>
    </message>
    <message>
        <source>We open again on Thursday at %1.</source>
        <translation>Откроемся в четверг в %1.</translation>
    </message>
    <message>
        <source>We open again on Tuesday at %1.</source>
        <translation>Откроемся во вторник в %1.</translation>
    </message>
    <message>
        <source>We open again on Wednesday at %1.</source>
        <translation>Откроемся в среду в %1.</translation>
    </message>
    <message>
        <source>We open again today at %1.</source>
        <translation>Откроемся сегодня в %1.</translation>
    </message>
    <message>
        <source>We open again tomorrow at %1.</source>
        <translation>Откроемся завтра в %1.</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Easier to read?</source>
        <translation>Легче читать?</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Крупный текст</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Читать вслух</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>Больше контраста</translation>
    </message>
</context>
<context>
    <name>ComfortButton</name>
    <message>
        <source>Text size and contrast</source>
        <translation>Размер текста и контраст</translation>
    </message>
</context>
<context>
    <name>Comment</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Please use letters only.</source>
        <translation>Так сохранить нельзя. Пожалуйста, пишите только буквами.</translation>
    </message>
    <message>
        <source>What would you like to tell us?</source>
        <translation>Что вы хотели бы нам сказать?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Назад</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave the kiosk? Patients cannot use this tablet until somebody starts it again.</source>
        <translation>Выйти из киоска? Пациенты не смогут пользоваться планшетом, пока кто-то не запустит его снова.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Restart the kiosk? It is back after some seconds, and nothing is lost.</source>
        <translation>Перезапустить киоск? Он вернётся через несколько секунд, ничего не пропадёт.</translation>
    </message>
    <message>
        <source>Yes, leave</source>
        <translation>Да, выйти</translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation>Да, перезапуск</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Ask again</source>
        <translation>Запросить снова</translation>
    </message>
    <message>
        <source>At the desk, open Tablets and let it in by this code, or scan the picture.</source>
        <translation>В регистратуре откройте «Tablets» и допустите его по этому коду или отсканируйте изображение.</translation>
    </message>
    <message>
        <source>Front Desk Kiosk</source>
        <translation>Front Desk Kiosk</translation>
    </message>
    <message>
        <source>No hub was found in this network. It is looked for again by itself.</source>
        <translation>В этой сети сервер не найден. Поиск повторится автоматически.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Одну минуту…</translation>
    </message>
    <message>
        <source>QR code: the page that lets this tablet in</source>
        <translation>QR-код: страница, на которой допускают этот планшет</translation>
    </message>
    <message>
        <source>The desk did not let this tablet in.</source>
        <translation>Регистратура не допустила этот планшет.</translation>
    </message>
    <message>
        <source>The desk no longer lets this tablet in.</source>
        <translation>Регистратура больше не допускает этот планшет.</translation>
    </message>
    <message>
        <source>The hub at %1 can’t be reached. It is tried again by itself.</source>
        <translation>Нет связи с сервером %1. Попытка повторится автоматически.</translation>
    </message>
    <message>
        <source>The page must show this fingerprint too:</source>
        <translation>На странице должен быть и этот отпечаток сертификата:</translation>
    </message>
    <message>
        <source>This tablet is new here.</source>
        <translation>Этот планшет здесь новый.</translation>
    </message>
    <message>
        <source>What the desk has not heard of yet stays here, without names: %1</source>
        <translation>То, чего регистратура ещё не получила, остаётся здесь, без имён: %1</translation>
    </message>
    <message>
        <source>Which of these is your hub? Choose one only if you know its address.</source>
        <translation>Какой из этих серверов ваш? Выбирайте, только если знаете его адрес.</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1. Спасибо.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Далее</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Нет, спасибо</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>Позвать кого-то
к вам сейчас?</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>Нажмите любое.</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>Хотим исправить.</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>Что нам сделать лучше?</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>Что было хорошо?</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Написать</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Написать комментарий</translation>
    </message>
    <message>
        <source>Written ✓</source>
        <translation>Готово ✓</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>Да, пожалуйста</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 идёт к вам.</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 идёт к вам с %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>Всё улажено?</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Пока никто не ответил.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ещё нет</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>На экране регистратуры</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Пожалуйста, подойдите в регистратуру.</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>Оставайтесь у этого экрана: %1.</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Сохранено здесь</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Отправлено в регистратуру</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>Кто-то идёт к вам</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Спасибо, что сказали нам.</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>Сообщаем в регистратуру.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>Сейчас отсюда нет связи с регистратурой. Ваш вызов сохранён.</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>Мы сообщили в регистратуру.</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>Да, спасибо</translation>
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
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Назад</translation>
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
            <numerusform>%n цифра</numerusform>
            <numerusform>%n цифры</numerusform>
            <numerusform>%n цифр</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Стереть</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>ОК</translation>
    </message>
    <message>
        <source>Wrong PIN. Please try again.</source>
        <translation>Неверный PIN. Попробуйте ещё раз.</translation>
    </message>
    <message>
        <source>Wrong PIN. Please wait %1 s.</source>
        <translation>Неверный PIN. Подождите %1 с.</translation>
    </message>
    <message>
        <source>Your PIN, please.</source>
        <translation>Ваш PIN, пожалуйста.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Further down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>Выше</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Нужна помощь</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>%1, how was your visit?</source>
        <translation>%1, как прошёл ваш визит?</translation>
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
        <source>I need help</source>
        <translation>Нужна помощь</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>Нажмите на звезду. Имя с ней не сохраняется.</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Назад</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Готово</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Перезапуск</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Сотрудники</translation>
    </message>
    <message>
        <source>The staff’s screen is not set up: run “kiosk pin” and put the line that it prints into this tablet’s settings.</source>
        <translation>Экран сотрудников не настроен: запустите «kiosk pin» и внесите выведенную строку в настройки планшета.</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Этот планшет</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Назад</translation>
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
        <translation>Чистка, 30 с</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>Закрыть клинику</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Выйти из киоска</translation>
    </message>
    <message>
        <source>Nobody waits to be seen.</source>
        <translation>Никто не ждёт ответа.</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>Открыть клинику</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Этот планшет</translation>
    </message>
    <message>
        <source>Waiting to be seen</source>
        <translation>Ждут ответа</translation>
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
    <name>TabletStatus</name>
    <message>
        <source>%1 GB free</source>
        <translation>%1 ГБ свободно</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Регистратура</translation>
    </message>
    <message>
        <source>Names are erased, and what is unsent stays here. To let this tablet in again, IT takes the token out of its settings and restarts it: it then shows a code.</source>
        <translation>Имена стёрты, а неотправленное остаётся здесь. Чтобы снова допустить планшет, ИТ-специалист удаляет токен из его настроек и перезапускает его: тогда он покажет код.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Квитанция</translation>
    </message>
    <message>
        <source>Refused by the hub</source>
        <translation>Отклонено сервером</translation>
    </message>
    <message>
        <source>Restart the kiosk</source>
        <translation>Перезапустить киоск</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Экран</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Память</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>Не отправлено</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Версия</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>ещё не запрашивалась</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
    <message>
        <source>the hub does not have all %1</source>
        <translation>на сервере есть не всё: %1</translation>
    </message>
    <message>
        <source>the hub has all %1</source>
        <translation>на сервере есть всё: %1</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Finish</source>
        <translation>Готово</translation>
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
        <source>Thank you, and take care.</source>
        <translation>Спасибо. Берегите себя.</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>Ваша оценка сохранена. Их читает вся команда.</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>наша страница отзывов</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Please tell the desk.</source>
        <translation>Пожалуйста, скажите в регистратуре.</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>Этот экран сейчас ничего не может сохранить, и ваше последнее нажатие не сохранено.</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>ждёт ещё %n человек</numerusform>
            <numerusform>ждут ещё %n человека</numerusform>
            <numerusform>ждут ещё %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>На экране
регистратуры</translation>
    </message>
    <message>
        <source>Please come</source>
        <translation>Вас ждут</translation>
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
        <source>Seen by %1</source>
        <translation>%1 знает</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>Отправлено в
регистратуру</translation>
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
        <translation>Добрый день.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Добрый вечер.</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>Доброе утро.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Нужна помощь</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>Я ухожу</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>Я уже здесь</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>Оцените визит</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>Сообщите регистратуре</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>Мы рады вам.</translation>
    </message>
</context>
<context>
    <name>WhoAreYou</name>
    <message>
        <source>Who are you?</source>
        <translation>Кто вы?</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 мин %2 с</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 с</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n не отправлено</numerusform>
            <numerusform>%n не отправлено</numerusform>
            <numerusform>%n не отправлено</numerusform>
        </translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Средне</translation>
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
        <source>Desk not reached since %1</source>
        <translation>Нет связи с регистратурой с %1</translation>
    </message>
    <message>
        <source>Desk not reached yet</source>
        <translation>Связи с регистратурой ещё нет</translation>
    </message>
    <message>
        <source>Desk reached since %1</source>
        <translation>Связь с регистратурой с %1</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Отлично</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Слабо</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Хорошо</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>Доброта</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>Моё лечение</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Плохо</translation>
    </message>
    <message>
        <source>The desk does not know this tablet</source>
        <translation>Регистратура не знает этот планшет</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>Ожидание</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>Приём</translation>
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
    <message>
        <source>not known</source>
        <translation>неизвестно</translation>
    </message>
</context>
</TS>
