<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt_BR" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 sabe que você está aqui</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Ninguém respondeu ainda.</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>Na tela da recepção</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>Dirija-se a %1, por favor.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Por favor, venha à recepção.</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>Sente-se, por favor.
Chamaremos %1.</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>Diga na recepção que você é %1.</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>Código QR: acompanhe pelo celular</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aqui</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>Uma pessoa sabe</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Enviado à recepção</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>Acompanhe pelo celular</translation>
    </message>
    <message>
        <source>Thank you, %1.</source>
        <translation>Obrigado, %1.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Obrigado.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>Agora não conseguimos avisar a recepção daqui. Sua chegada está guardada.</translation>
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
        <source>Your visit has ended. Take care.</source>
        <translation>Sua visita terminou. Cuide-se bem.</translation>
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
            <numerusform>%1, visto, espera de cerca de %n minuto</numerusform>
            <numerusform>%1, visto, espera de cerca de %n minutos</numerusform>
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
        <translation>sem nome</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>Olá! Como podemos chamar você?</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>Cheguei</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>Cheguei ›</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>Escreva seu nome com letras, por favor.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Pular</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>Como podemos chamar você?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Voltar</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Wipe the screen now. No touch does anything.</source>
        <translation>Limpe a tela agora. Tocar não faz nada.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Have a good rest, and take care.</source>
        <translation>Descanse e cuide-se bem.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
    </message>
    <message>
        <source>The office is closed for now.</source>
        <translation>A clínica está fechada no momento.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>Estamos fechados.</translation>
    </message>
    <message>
        <source>We open again on Friday at %1.</source>
        <translation>Abrimos na sexta-feira às %1.</translation>
    </message>
    <message>
        <source>We open again on Monday at %1.</source>
        <translation>Abrimos na segunda-feira às %1.</translation>
    </message>
    <message>
        <source>We open again on Saturday at %1.</source>
        <translation>Abrimos no sábado às %1.</translation>
    </message>
    <message>
        <source>We open again on Sunday at %1.</source>
        <translation>Abrimos no domingo às %1.</translation>
    </message>
    <message>
        <source>We open again on Thursday at %1.</source>
        <translation>Abrimos na quinta-feira às %1.</translation>
    </message>
    <message>
        <source>We open again on Tuesday at %1.</source>
        <translation>Abrimos na terça-feira às %1.</translation>
    </message>
    <message>
        <source>We open again on Wednesday at %1.</source>
        <translation>Abrimos na quarta-feira às %1.</translation>
    </message>
    <message>
        <source>We open again today at %1.</source>
        <translation>Abrimos hoje às %1.</translation>
    </message>
    <message>
        <source>We open again tomorrow at %1.</source>
        <translation>Abrimos amanhã às %1.</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Easier to read?</source>
        <translation>Mais fácil de ler?</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texto maior</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Ler em voz alta</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>Mais contraste</translation>
    </message>
</context>
<context>
    <name>ComfortButton</name>
    <message>
        <source>Text size and contrast</source>
        <translation>Tamanho do texto e contraste</translation>
    </message>
</context>
<context>
    <name>Comment</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Please use letters only.</source>
        <translation>Assim não é possível guardar. Por favor, use só letras.</translation>
    </message>
    <message>
        <source>What would you like to tell us?</source>
        <translation>O que gostaria de nos dizer?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Voltar</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave the kiosk? Patients cannot use this tablet until somebody starts it again.</source>
        <translation>Sair do quiosque? Os pacientes não poderão usar este tablet até alguém iniciá-lo de novo.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
    <message>
        <source>Restart the kiosk? It is back after some seconds, and nothing is lost.</source>
        <translation>Reiniciar o quiosque? Ele volta em alguns segundos e nada se perde.</translation>
    </message>
    <message>
        <source>Yes, leave</source>
        <translation>Sim, sair</translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation>Sim, reiniciar</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Ask again</source>
        <translation>Pedir de novo</translation>
    </message>
    <message>
        <source>At the desk, open Tablets and let it in by this code, or scan the picture.</source>
        <translation>Na recepção, abra “Tablets” e autorize-o com este código, ou escaneie a imagem.</translation>
    </message>
    <message>
        <source>Front Desk Kiosk</source>
        <translation>Front Desk Kiosk</translation>
    </message>
    <message>
        <source>No hub was found in this network. It is looked for again by itself.</source>
        <translation>Nenhum servidor foi encontrado nesta rede. A procura repete-se automaticamente.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Um momento…</translation>
    </message>
    <message>
        <source>QR code: the page that lets this tablet in</source>
        <translation>Código QR: a página que autoriza este tablet</translation>
    </message>
    <message>
        <source>The desk did not let this tablet in.</source>
        <translation>A recepção não autorizou este tablet.</translation>
    </message>
    <message>
        <source>The desk no longer lets this tablet in.</source>
        <translation>A recepção não autoriza mais este tablet.</translation>
    </message>
    <message>
        <source>The hub at %1 can’t be reached. It is tried again by itself.</source>
        <translation>Não foi possível conectar ao servidor %1. Uma nova tentativa será feita automaticamente.</translation>
    </message>
    <message>
        <source>The page must show this fingerprint too:</source>
        <translation>A página também deve mostrar esta impressão digital:</translation>
    </message>
    <message>
        <source>This tablet is new here.</source>
        <translation>Este tablet é novo aqui.</translation>
    </message>
    <message>
        <source>What the desk has not heard of yet stays here, without names: %1</source>
        <translation>O que a recepção ainda não recebeu fica aqui, sem nomes: %1</translation>
    </message>
    <message>
        <source>Which of these is your hub? Choose one only if you know its address.</source>
        <translation>Qual destes é o seu servidor? Escolha um apenas se conhecer o endereço.</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1. Obrigado.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Mudar</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Avançar</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Não precisa</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>Quer que alguém
venha agora?</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>Toque no que quiser.</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>Gostaríamos de resolver.</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>O que podemos melhorar?</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>O que foi bom?</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Escrever</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Escrever um comentário</translation>
    </message>
    <message>
        <source>Written ✓</source>
        <translation>Escrito ✓</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>Sim, por favor</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 está vindo.</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 está a caminho desde %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>Está resolvido?</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Ninguém respondeu ainda.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Ainda não</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>Na tela da recepção</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Por favor, venha à recepção.</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>Fique perto desta tela: %1.</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Guardado aqui</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Enviado à recepção</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>Alguém está a caminho</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Obrigado por nos contar.</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>Estamos avisando a recepção.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>Agora não conseguimos avisar a recepção daqui. Seu chamado está guardado.</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>Avisamos a recepção.</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>Sim, está resolvido</translation>
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
        <translation>Voltar</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Voltar</translation>
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
            <numerusform>%n dígito</numerusform>
            <numerusform>%n dígitos</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Apagar</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Wrong PIN. Please try again.</source>
        <translation>PIN incorreto. Tente de novo.</translation>
    </message>
    <message>
        <source>Wrong PIN. Please wait %1 s.</source>
        <translation>PIN incorreto. Aguarde %1 s.</translation>
    </message>
    <message>
        <source>Your PIN, please.</source>
        <translation>Seu PIN, por favor.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Further down</source>
        <translation>Mais abaixo</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>Mais acima</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>%1, how was your visit?</source>
        <translation>%1, como foi sua visita?</translation>
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
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>Toque numa estrela. Seu nome não é guardado com ela.</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Voltar</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>Voltar</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Sair</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Reiniciar</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Equipe</translation>
    </message>
    <message>
        <source>The staff’s screen is not set up: run “kiosk pin” and put the line that it prints into this tablet’s settings.</source>
        <translation>A tela da equipe não está configurada: execute “kiosk pin” e ponha a linha exibida nas configurações deste tablet.</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Este tablet</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Voltar</translation>
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
        <translation>Limpeza, 30 s</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>Fechar a clínica</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Sair do quiosque</translation>
    </message>
    <message>
        <source>Nobody waits to be seen.</source>
        <translation>Ninguém espera resposta.</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>Abrir a clínica</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Este tablet</translation>
    </message>
    <message>
        <source>Waiting to be seen</source>
        <translation>Esperam resposta</translation>
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
    <name>TabletStatus</name>
    <message>
        <source>%1 GB free</source>
        <translation>%1 GB livres</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Relógio</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Recepção</translation>
    </message>
    <message>
        <source>Names are erased, and what is unsent stays here. To let this tablet in again, IT takes the token out of its settings and restarts it: it then shows a code.</source>
        <translation>Os nomes foram apagados, e o que não foi enviado fica aqui. Para autorizar este tablet de novo, a equipe de TI retira o token das configurações e o reinicia: ele então mostra um código.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Recibo</translation>
    </message>
    <message>
        <source>Refused by the hub</source>
        <translation>Recusado pelo servidor</translation>
    </message>
    <message>
        <source>Restart the kiosk</source>
        <translation>Reiniciar o quiosque</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Tela</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Armazenamento</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>Não enviado</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Versão</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>ainda não foi pedido</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
    <message>
        <source>the hub does not have all %1</source>
        <translation>falta algo no servidor: %1</translation>
    </message>
    <message>
        <source>the hub has all %1</source>
        <translation>o servidor tem tudo: %1</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Finish</source>
        <translation>Concluir</translation>
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
        <source>Thank you, and take care.</source>
        <translation>Obrigado. Cuide-se bem.</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>Sua avaliação foi guardada. Toda a equipe lê.</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>nossa página de avaliações</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Close</source>
        <translation>Fechar</translation>
    </message>
    <message>
        <source>Please tell the desk.</source>
        <translation>Por favor, avise a recepção.</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>Esta tela não consegue guardar nada agora, e seu último toque não foi guardado.</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>mais %n pessoa esperando</numerusform>
            <numerusform>mais %n pessoas esperando</numerusform>
        </translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>Na tela da
recepção</translation>
    </message>
    <message>
        <source>Please come</source>
        <translation>Dirija-se</translation>
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
        <source>Seen by %1</source>
        <translation>Visto por %1</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>Enviado à
recepção</translation>
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
        <translation>Boa tarde.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Boa noite.</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>Bom dia.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>Preciso de ajuda</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>Estou saindo</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>Acabei de chegar</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>Avalie sua visita</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>Avise a recepção</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>Que bom ter você aqui.</translation>
    </message>
</context>
<context>
    <name>WhoAreYou</name>
    <message>
        <source>Who are you?</source>
        <translation>Quem é você?</translation>
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
            <numerusform>%n não enviado</numerusform>
            <numerusform>%n não enviados</numerusform>
        </translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Média</translation>
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
        <source>Desk not reached since %1</source>
        <translation>Sem contato com a recepção desde %1</translation>
    </message>
    <message>
        <source>Desk not reached yet</source>
        <translation>Ainda sem contato com a recepção</translation>
    </message>
    <message>
        <source>Desk reached since %1</source>
        <translation>Em contato com a recepção desde %1</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excelente</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Fraca</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Boa</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>A gentileza</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>Meu tratamento</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Ruim</translation>
    </message>
    <message>
        <source>The desk does not know this tablet</source>
        <translation>A recepção não conhece este tablet</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>A espera</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>O acolhimento</translation>
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
    <message>
        <source>not known</source>
        <translation>não se sabe</translation>
    </message>
</context>
</TS>
