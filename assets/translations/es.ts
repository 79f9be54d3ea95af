<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 sabe que está aquí</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Nadie ha respondido todavía.</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>En la pantalla de recepción</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>Pase a %1, por favor.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Pase por recepción, por favor.</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>Tome asiento, por favor.
Llamaremos a %1.</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>Diga en recepción que es %1.</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>Código QR: siga su espera en el teléfono</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>Una persona lo sabe</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Enviado a recepción</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>Siga su espera en el teléfono</translation>
    </message>
    <message>
        <source>Thank you, %1.</source>
        <translation>Gracias, %1.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Gracias.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>Ahora no podemos avisar a recepción desde aquí. Su llegada queda guardada.</translation>
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
        <source>Your visit has ended. Take care.</source>
        <translation>Su visita ha terminado. Cuídese.</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>%1 seen</source>
        <translation>%1, visto</translation>
    </message>
    <message numerus="yes">
        <source>%1 seen, wait about %n minute(s)</source>
        <translation>
            <numerusform>%1, visto, espera de %n minuto</numerusform>
            <numerusform>%1, visto, espera de unos %n minutos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min</source>
        <translation>
            <numerusform>%n min</numerusform>
            <numerusform>%n min</numerusform>
        </translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Visto</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>Visto por %1</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sin nombre</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>¡Hola! ¿Cómo le llamamos?</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>Aquí estoy</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>Aquí estoy ›</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>Escriba su nombre con letras, por favor.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>¿Cómo le llamamos?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Atrás</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Wipe the screen now. No touch does anything.</source>
        <translation>Limpie la pantalla ahora. Tocarla no hace nada.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Have a good rest, and take care.</source>
        <translation>Descanse y cuídese.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
    <message>
        <source>The office is closed for now.</source>
        <translation>La consulta está cerrada por ahora.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>Está cerrado.</translation>
    </message>
    <message>
        <source>We open again on Friday at %1.</source>
        <translation>Abrimos el viernes a las %1.</translation>
    </message>
    <message>
        <source>We open again on Monday at %1.</source>
        <translation>Abrimos el lunes a las %1.</translation>
    </message>
    <message>
        <source>We open again on Saturday at %1.</source>
        <translation>Abrimos el sábado a las %1.</translation>
    </message>
    <message>
        <source>We open again on Sunday at %1.</source>
        <translation>Abrimos el domingo a las %1.</translation>
    </message>
    <message>
        <source>We open again on Thursday at %1.</source>
        <translation>Abrimos el jueves a las %1.</translation>
    </message>
    <message>
        <source>We open again on Tuesday at %1.</source>
        <translation>Abrimos el martes a las %1.</translation>
    </message>
    <message>
        <source>We open again on Wednesday at %1.</source>
        <translation>Abrimos el miércoles a las %1.</translation>
    </message>
    <message>
        <source>We open again today at %1.</source>
        <translation>Abrimos hoy a las %1.</translation>
    </message>
    <message>
        <source>We open again tomorrow at %1.</source>
        <translation>Abrimos mañana a las %1.</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Easier to read?</source>
        <translation>¿Leer mejor?</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto más grande</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Leer en voz alta</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>Más contraste</translation>
    </message>
</context>
<context>
    <name>ComfortButton</name>
    <message>
        <source>Text size and contrast</source>
        <translation>Tamaño del texto y contraste</translation>
    </message>
</context>
<context>
    <name>Comment</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Please use letters only.</source>
        <translation>Así no se puede guardar. Por favor, use solo letras.</translation>
    </message>
    <message>
        <source>What would you like to tell us?</source>
        <translation>¿Qué le gustaría decirnos?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Atrás</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave the kiosk? Patients cannot use this tablet until somebody starts it again.</source>
        <translation>¿Salir del quiosco? Los pacientes no podrán usar esta tableta hasta que alguien lo inicie de nuevo.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Restart the kiosk? It is back after some seconds, and nothing is lost.</source>
        <translation>¿Reiniciar el quiosco? Vuelve en unos segundos y no se pierde nada.</translation>
    </message>
    <message>
        <source>Yes, leave</source>
        <translation>Sí, salir</translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation>Sí, reiniciar</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Ask again</source>
        <translation>Volver a pedirlo</translation>
    </message>
    <message>
        <source>At the desk, open Tablets and let it in by this code, or scan the picture.</source>
        <translation>En recepción, abra “Tablets” y admítala con este código, o escanee la imagen.</translation>
    </message>
    <message>
        <source>Front Desk Kiosk</source>
        <translation>Front Desk Kiosk</translation>
    </message>
    <message>
        <source>No hub was found in this network. It is looked for again by itself.</source>
        <translation>No se encontró ningún servidor en esta red. Se seguirá buscando automáticamente.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un momento…</translation>
    </message>
    <message>
        <source>QR code: the page that lets this tablet in</source>
        <translation>Código QR: la página que admite esta tableta</translation>
    </message>
    <message>
        <source>The desk did not let this tablet in.</source>
        <translation>Recepción no ha admitido esta tableta.</translation>
    </message>
    <message>
        <source>The desk no longer lets this tablet in.</source>
        <translation>Recepción ya no admite esta tableta.</translation>
    </message>
    <message>
        <source>The hub at %1 can’t be reached. It is tried again by itself.</source>
        <translation>No se puede conectar con el servidor %1. Se volverá a intentar automáticamente.</translation>
    </message>
    <message>
        <source>The page must show this fingerprint too:</source>
        <translation>La página debe mostrar también esta huella digital:</translation>
    </message>
    <message>
        <source>This tablet is new here.</source>
        <translation>Esta tableta es nueva aquí.</translation>
    </message>
    <message>
        <source>What the desk has not heard of yet stays here, without names: %1</source>
        <translation>Lo que recepción aún no ha recibido queda aquí, sin nombres: %1</translation>
    </message>
    <message>
        <source>Which of these is your hub? Choose one only if you know its address.</source>
        <translation>¿Cuál de estos es su servidor? Elija uno solo si conoce su dirección.</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1. Gracias.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Siguiente</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>No, gracias</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>¿Quiere que alguien
venga ahora?</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>Toque lo que quiera.</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>Nos gustaría arreglarlo.</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>¿Qué podríamos mejorar?</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>¿Qué estuvo bien?</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Escribir un comentario</translation>
    </message>
    <message>
        <source>Written ✓</source>
        <translation>Escrito ✓</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>Sí, por favor</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 viene.</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 viene desde las %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>¿Está resuelto?</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Nadie ha respondido todavía.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Todavía no</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>En la pantalla de recepción</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Pase por recepción, por favor.</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>Quédese cerca de esta pantalla: %1.</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aquí</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Enviado a recepción</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>Alguien viene</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Gracias por decírnoslo.</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>Estamos avisando a recepción.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>Ahora no podemos avisar a recepción desde aquí. Su llamada queda guardada.</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>Hemos avisado a recepción.</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>Sí, gracias</translation>
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
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Atrás</translation>
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
            <numerusform>%n cifra</numerusform>
            <numerusform>%n cifras</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Wrong PIN. Please try again.</source>
        <translation>PIN incorrecto. Pruebe otra vez.</translation>
    </message>
    <message>
        <source>Wrong PIN. Please wait %1 s.</source>
        <translation>PIN incorrecto. Espere %1 s.</translation>
    </message>
    <message>
        <source>Your PIN, please.</source>
        <translation>Su PIN, por favor.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Further down</source>
        <translation>Más abajo</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>Más arriba</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>%1, how was your visit?</source>
        <translation>%1, ¿cómo fue su visita?</translation>
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
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>Toque una estrella. Su nombre no se guarda con ella.</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Atrás</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>Atrás</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personal</translation>
    </message>
    <message>
        <source>The staff’s screen is not set up: run “kiosk pin” and put the line that it prints into this tablet’s settings.</source>
        <translation>La pantalla del personal no está configurada: ejecute “kiosk pin” y ponga la línea que muestra en la configuración de esta tableta.</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Esta tableta</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Atrás</translation>
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
        <translation>Limpieza, 30 s</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>Cerrar la consulta</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Salir del quiosco</translation>
    </message>
    <message>
        <source>Nobody waits to be seen.</source>
        <translation>Nadie espera respuesta.</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>Abrir la consulta</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Esta tableta</translation>
    </message>
    <message>
        <source>Waiting to be seen</source>
        <translation>Esperan respuesta</translation>
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
    <name>TabletStatus</name>
    <message>
        <source>%1 GB free</source>
        <translation>%1 GB libres</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Recepción</translation>
    </message>
    <message>
        <source>Names are erased, and what is unsent stays here. To let this tablet in again, IT takes the token out of its settings and restarts it: it then shows a code.</source>
        <translation>Se han borrado los nombres, y lo no enviado queda aquí. Para admitir de nuevo esta tableta, informática quita el token de su configuración y la reinicia: entonces muestra un código.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Refused by the hub</source>
        <translation>Rechazado por el servidor</translation>
    </message>
    <message>
        <source>Restart the kiosk</source>
        <translation>Reiniciar el quiosco</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Pantalla</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>Sin enviar</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versión</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>aún no se ha pedido</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
    <message>
        <source>the hub does not have all %1</source>
        <translation>al servidor le falta algo: %1</translation>
    </message>
    <message>
        <source>the hub has all %1</source>
        <translation>el servidor lo tiene todo: %1</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Finish</source>
        <translation>Terminar</translation>
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
        <source>Thank you, and take care.</source>
        <translation>Gracias y cuídese.</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>Su valoración está guardada. Todo el equipo las lee.</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>nuestra página de reseñas</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Please tell the desk.</source>
        <translation>Avise en recepción, por favor.</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>Esta pantalla no puede guardar nada ahora, y su último toque no se guardó.</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n persona más esperando</numerusform>
            <numerusform>%n personas más esperando</numerusform>
        </translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>En pantalla
de recepción</translation>
    </message>
    <message>
        <source>Please come</source>
        <translation>Pase, por favor</translation>
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
        <source>Seen by %1</source>
        <translation>Visto por %1</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>Enviado a
recepción</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>a %1</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Good afternoon.</source>
        <translation>Buenas tardes.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Buenas noches.</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>Buenos días.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Necesito ayuda</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>Ya me voy</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>Acabo de llegar</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>Valore su visita</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>Avise a recepción de su llegada</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>Nos alegra que esté aquí.</translation>
    </message>
</context>
<context>
    <name>WhoAreYou</name>
    <message>
        <source>Who are you?</source>
        <translation>¿Quién es usted?</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message numerus="yes">
        <source>%n unsent</source>
        <translation>
            <numerusform>%n sin enviar</numerusform>
            <numerusform>%n sin enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Aceptable</translation>
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
        <source>Desk not reached since %1</source>
        <translation>Sin conexión con recepción desde %1</translation>
    </message>
    <message>
        <source>Desk not reached yet</source>
        <translation>Aún sin conexión con recepción</translation>
    </message>
    <message>
        <source>Desk reached since %1</source>
        <translation>Conexión con recepción desde %1</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excelente</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Regular</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buena</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>La amabilidad</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>Mi atención médica</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Mala</translation>
    </message>
    <message>
        <source>The desk does not know this tablet</source>
        <translation>Recepción no conoce esta tableta</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>La espera</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>La bienvenida</translation>
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
    <message>
        <source>not known</source>
        <translation>no se sabe</translation>
    </message>
</context>
</TS>
