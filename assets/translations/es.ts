<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>Thank you, %1.</source>
        <translation>Gracias, %1.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Gracias.</translation>
    </message>
    <message>
        <source>Your ticket is</source>
        <translation>Su número es</translation>
    </message>
    <message>
        <source>Your ticket is %1</source>
        <translation>Su número es %1</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>Diga en recepción que es %1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Pase por recepción, por favor.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>Ahora no podemos avisar a recepción desde aquí. Su llegada queda guardada.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Nadie ha respondido todavía.</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>Pase a %1, por favor.</translation>
    </message>
    <message>
        <source>Your visit has ended. Take care.</source>
        <translation>Su visita ha terminado. Cuídese.</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Enviado a recepción</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>En la pantalla de recepción</translation>
    </message>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 sabe que está aquí</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>Una persona lo sabe</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>Código QR: siga su espera en el teléfono</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>Siga su espera en el teléfono</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>Tome asiento, por favor.
Llamaremos a %1.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Atrás</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>Escriba su nombre con letras, por favor.</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>¡Hola! ¿Cómo le llamamos?</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>¿Cómo le llamamos?</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>Aquí estoy ›</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>Aquí estoy</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1. Gracias.</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>¿Qué estuvo bien?</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>¿Qué podríamos mejorar?</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>Toque lo que quiera.</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>¿Quiere que alguien
venga ahora?</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>Nos gustaría arreglarlo.</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>Sí, por favor</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Gracias por decírnoslo.</translation>
    </message>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 viene.</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>Hemos avisado a recepción.</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>Estamos avisando a recepción.</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>Quédese cerca de esta pantalla: %1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Pase por recepción, por favor.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>Ahora no podemos avisar a recepción desde aquí. Su llamada queda guardada.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Nadie ha respondido todavía.</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Enviado a recepción</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>En la pantalla de recepción</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 viene desde las %2</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>Alguien viene</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>¿Está resuelto?</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>Sí, gracias</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Languages</source>
        <translation>Idiomas</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Atrás</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
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
        <translation>‹ Atrás</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>¿Cómo fue su visita de hoy?</translation>
    </message>
    <message>
        <source>%1, how was your visit?</source>
        <translation>%1, ¿cómo fue su visita?</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>Toque una estrella. Su nombre no se guarda con ella.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>%1, %2 of 5</source>
        <translation>%1, %2 de 5</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n estrella</numerusform>
            <numerusform>%n estrellas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Done: %1</source>
        <translation>Hecho: %1</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Todavía no: %1</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation>¿Sigue ahí?</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>Sí, aquí estoy</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Thank you, and take care.</source>
        <translation>Gracias y cuídese.</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>Su valoración está guardada. Todo el equipo las lee.</translation>
    </message>
    <message>
        <source>QR code: our public reviews page</source>
        <translation>Código QR: nuestra página pública de reseñas</translation>
    </message>
    <message>
        <source>Tell others, too</source>
        <translation>Cuénteselo a otros</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>nuestra página de reseñas</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Please tell the desk.</source>
        <translation>Avise en recepción, por favor.</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>Esta pantalla no puede guardar nada ahora, y su último toque no se guardó.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message>
        <source>Please come</source>
        <translation>Pase, por favor</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>Visto por %1</translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>En pantalla
de recepción</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>Enviado a
recepción</translation>
    </message>
    <message>
        <source>Please tell
the desk</source>
        <translation>Avise en
recepción</translation>
    </message>
    <message>
        <source>Saved
here</source>
        <translation>Guardado
aquí</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n persona más esperando</numerusform>
            <numerusform>%n personas más esperando</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Good morning.</source>
        <translation>Buenos días.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Buenas tardes.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Buenas noches.</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>Nos alegra que esté aquí.</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>Acabo de llegar</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>Avise a recepción de su llegada</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>Ya me voy</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>Valore su visita</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Poor</source>
        <translation>Mala</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Regular</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Aceptable</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buena</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excelente</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>La bienvenida</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>La espera</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>La amabilidad</translation>
    </message>
    <message>
        <source>Being listened to</source>
        <translation>Que me escuchen</translation>
    </message>
    <message>
        <source>Clear answers</source>
        <translation>Respuestas claras</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>Mi atención médica</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>unos %n min</numerusform>
            <numerusform>unos %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>alrededor de %n minuto</numerusform>
            <numerusform>unos %n minutos</numerusform>
        </translation>
    </message>
</context>
</TS>
