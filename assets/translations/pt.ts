<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>Thank you, %1.</source>
        <translation>Obrigado, %1.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Obrigado.</translation>
    </message>
    <message>
        <source>Your ticket is</source>
        <translation>Sua senha é</translation>
    </message>
    <message>
        <source>Your ticket is %1</source>
        <translation>Sua senha é %1</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>Diga na recepção que você é %1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Por favor, venha à recepção.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>Agora não conseguimos avisar a recepção daqui. Sua chegada está guardada.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Ninguém respondeu ainda.</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>Dirija-se a %1, por favor.</translation>
    </message>
    <message>
        <source>Your visit has ended. Take care.</source>
        <translation>Sua visita terminou. Cuide-se bem.</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Enviado à recepção</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aqui</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>Na tela da recepção</translation>
    </message>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 sabe que você está aqui</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>Uma pessoa sabe</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>Código QR: acompanhe pelo celular</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>Acompanhe pelo celular</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>Sente-se, por favor.
Chamaremos %1.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>‹ Back</source>
        <translation>‹ Voltar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>Escreva seu nome com letras, por favor.</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>Olá! Como podemos chamar você?</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>Como podemos chamar você?</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>Cheguei ›</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>Cheguei</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>Change</source>
        <translation>Mudar</translation>
    </message>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1. Obrigado.</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>O que foi bom?</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>O que podemos melhorar?</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>Toque no que quiser.</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>Quer que alguém
venha agora?</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>Gostaríamos de resolver.</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Não precisa</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>Sim, por favor</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Obrigado por nos contar.</translation>
    </message>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 está vindo.</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>Avisamos a recepção.</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>Estamos avisando a recepção.</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>Fique perto desta tela: %1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Por favor, venha à recepção.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>Agora não conseguimos avisar a recepção daqui. Seu chamado está guardado.</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Ninguém respondeu ainda.</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Enviado à recepção</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aqui</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>Na tela da recepção</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 está a caminho desde %2</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>Alguém está a caminho</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>Está resolvido?</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>Sim, está resolvido</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ainda não</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
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
        <translation>‹ Voltar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
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
        <translation>‹ Voltar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>Como foi sua visita hoje?</translation>
    </message>
    <message>
        <source>%1, how was your visit?</source>
        <translation>%1, como foi sua visita?</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>Toque numa estrela. Seu nome não é guardado com ela.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
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
            <numerusform>%n estrela</numerusform>
            <numerusform>%n estrelas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Done: %1</source>
        <translation>Feito: %1</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Ainda não: %1</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation>Você ainda está aí?</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>Sim, estou aqui</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Thank you, and take care.</source>
        <translation>Obrigado. Cuide-se bem.</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>Sua avaliação foi guardada. Toda a equipe lê.</translation>
    </message>
    <message>
        <source>QR code: our public reviews page</source>
        <translation>Código QR: nossa página pública de avaliações</translation>
    </message>
    <message>
        <source>Tell others, too</source>
        <translation>Conte também a outros</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>nossa página de avaliações</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Concluir</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Please tell the desk.</source>
        <translation>Por favor, avise a recepção.</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>Esta tela não consegue guardar nada agora, e seu último toque não foi guardado.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message>
        <source>Please come</source>
        <translation>Dirija-se</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>Visto por %1</translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>Na tela da
recepção</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>Enviado à
recepção</translation>
    </message>
    <message>
        <source>Please tell
the desk</source>
        <translation>Avise a
recepção</translation>
    </message>
    <message>
        <source>Saved
here</source>
        <translation>Guardado
aqui</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>a %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>mais %n pessoa esperando</numerusform>
            <numerusform>mais %n pessoas esperando</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Good morning.</source>
        <translation>Bom dia.</translation>
    </message>
    <message>
        <source>Good afternoon.</source>
        <translation>Boa tarde.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Boa noite.</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>Que bom ter você aqui.</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>Acabei de chegar</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>Avise a recepção</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>Estou saindo</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>Avalie sua visita</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Poor</source>
        <translation>Ruim</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Fraca</translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Média</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Boa</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excelente</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>O acolhimento</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>A espera</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>A gentileza</translation>
    </message>
    <message>
        <source>Being listened to</source>
        <translation>Ser ouvido</translation>
    </message>
    <message>
        <source>Clear answers</source>
        <translation>Respostas claras</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>Meu tratamento</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>cerca de %n min</numerusform>
            <numerusform>cerca de %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>cerca de %n minuto</numerusform>
            <numerusform>cerca de %n minutos</numerusform>
        </translation>
    </message>
</context>
</TS>
