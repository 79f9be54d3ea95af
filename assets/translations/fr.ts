<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Acknowledged</name>
    <message>
        <source>%1 has seen you</source>
        <translation>%1 sait que vous êtes là</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>J’ai besoin d’aide</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Personne n’a encore répondu.</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>Sur l’écran de l’accueil</translation>
    </message>
    <message>
        <source>Please come to %1.</source>
        <translation>On vous attend&#xa0;:
%1.</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Venez à l’accueil, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Please take a seat.
We’ll call %1.</source>
        <translation>Vous pouvez vous asseoir.
Nous appellerons %1.</translation>
    </message>
    <message>
        <source>Please tell the desk you are %1.</source>
        <translation>Dites à l’accueil&#xa0;: je suis %1.</translation>
    </message>
    <message>
        <source>QR code: take your wait with you</source>
        <translation>Code QR&#xa0;: votre attente sur votre téléphone</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Enregistré ici</translation>
    </message>
    <message>
        <source>Seen by a person</source>
        <translation>Quelqu’un sait que vous êtes là</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Envoyé à l’accueil</translation>
    </message>
    <message>
        <source>Take your wait with you</source>
        <translation>Votre attente sur votre téléphone</translation>
    </message>
    <message>
        <source>Thank you, %1.</source>
        <translation>Merci, %1.</translation>
    </message>
    <message>
        <source>Thank you.</source>
        <translation>Merci.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your arrival is kept.</source>
        <translation>Nous ne pouvons pas joindre l’accueil d’ici pour le moment. Votre arrivée est enregistrée.</translation>
    </message>
    <message>
        <source>Your ticket is</source>
        <translation>Votre numéro est</translation>
    </message>
    <message>
        <source>Your ticket is %1</source>
        <translation>Votre numéro est %1</translation>
    </message>
    <message>
        <source>Your visit has ended. Take care.</source>
        <translation>Votre visite est terminée. Prenez soin de vous.</translation>
    </message>
</context>
<context>
    <name>ArrivalCard</name>
    <message>
        <source>%1 seen</source>
        <translation>%1, vu</translation>
    </message>
    <message numerus="yes">
        <source>%1 seen, wait about %n minute(s)</source>
        <translation>
            <numerusform>%1, vu, attente d’environ %n minute</numerusform>
            <numerusform>%1, vu, attente d’environ %n minutes</numerusform>
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
        <translation>Vu</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>Vu par %1</translation>
    </message>
    <message>
        <source>no name</source>
        <translation>sans nom</translation>
    </message>
</context>
<context>
    <name>Arrive</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Hello! What may we call you?</source>
        <translation>Bonjour&#xa0;! Comment vous appeler&#xa0;?</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>J’ai besoin d’aide</translation>
    </message>
    <message>
        <source>I’m here</source>
        <translation>Je suis là</translation>
    </message>
    <message>
        <source>I’m here ›</source>
        <translation>Je suis là ›</translation>
    </message>
    <message>
        <source>Please use letters for your name.</source>
        <translation>Écrivez votre nom avec des lettres.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Passer</translation>
    </message>
    <message>
        <source>What may we call you?</source>
        <translation>Comment vous appeler&#xa0;?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Retour</translation>
    </message>
</context>
<context>
    <name>Cleaning</name>
    <message>
        <source>Wipe the screen now. No touch does anything.</source>
        <translation>Essuyez l’écran maintenant. Le toucher ne fait rien.</translation>
    </message>
</context>
<context>
    <name>Closed</name>
    <message>
        <source>Have a good rest, and take care.</source>
        <translation>Reposez-vous et prenez soin de vous.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>J’ai besoin d’aide</translation>
    </message>
    <message>
        <source>The office is closed for now.</source>
        <translation>Le cabinet est fermé pour le moment.</translation>
    </message>
    <message>
        <source>We are closed.</source>
        <translation>C’est fermé.</translation>
    </message>
    <message>
        <source>We open again on Friday at %1.</source>
        <translation>Nous rouvrons vendredi à %1.</translation>
    </message>
    <message>
        <source>We open again on Monday at %1.</source>
        <translation>Nous rouvrons lundi à %1.</translation>
    </message>
    <message>
        <source>We open again on Saturday at %1.</source>
        <translation>Nous rouvrons samedi à %1.</translation>
    </message>
    <message>
        <source>We open again on Sunday at %1.</source>
        <translation>Nous rouvrons dimanche à %1.</translation>
    </message>
    <message>
        <source>We open again on Thursday at %1.</source>
        <translation>Nous rouvrons jeudi à %1.</translation>
    </message>
    <message>
        <source>We open again on Tuesday at %1.</source>
        <translation>Nous rouvrons mardi à %1.</translation>
    </message>
    <message>
        <source>We open again on Wednesday at %1.</source>
        <translation>Nous rouvrons mercredi à %1.</translation>
    </message>
    <message>
        <source>We open again today at %1.</source>
        <translation>Nous rouvrons aujourd’hui à %1.</translation>
    </message>
    <message>
        <source>We open again tomorrow at %1.</source>
        <translation>Nous rouvrons demain à %1.</translation>
    </message>
</context>
<context>
    <name>Comfort</name>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Easier to read?</source>
        <translation>Plus facile à lire&#xa0;?</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Texte plus grand</translation>
    </message>
    <message>
        <source>Read aloud</source>
        <translation>Lire à voix haute</translation>
    </message>
    <message>
        <source>Stronger contrast</source>
        <translation>Plus de contraste</translation>
    </message>
</context>
<context>
    <name>ComfortButton</name>
    <message>
        <source>Text size and contrast</source>
        <translation>Taille du texte et contraste</translation>
    </message>
</context>
<context>
    <name>Comment</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>This cannot be kept as it is. Please use letters only.</source>
        <translation>Ce texte ne peut pas être gardé ainsi. Merci d’utiliser seulement des lettres.</translation>
    </message>
    <message>
        <source>What would you like to tell us?</source>
        <translation>Que souhaitez-vous nous dire ?</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Retour</translation>
    </message>
</context>
<context>
    <name>Confirm</name>
    <message>
        <source>Leave the kiosk? Patients cannot use this tablet until somebody starts it again.</source>
        <translation>Quitter la borne&#xa0;? Les patients ne pourront plus utiliser cette tablette tant que personne ne la relance.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Non</translation>
    </message>
    <message>
        <source>Restart the kiosk? It is back after some seconds, and nothing is lost.</source>
        <translation>Redémarrer la borne&#xa0;? Elle revient en quelques secondes et rien n’est perdu.</translation>
    </message>
    <message>
        <source>Yes, leave</source>
        <translation>Oui, quitter</translation>
    </message>
    <message>
        <source>Yes, restart</source>
        <translation>Oui, redémarrer</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Ask again</source>
        <translation>Redemander</translation>
    </message>
    <message>
        <source>At the desk, open Tablets and let it in by this code, or scan the picture.</source>
        <translation>À l’accueil, ouvrez «&#xa0;Tablets&#xa0;» et admettez-la avec ce code, ou scannez l’image.</translation>
    </message>
    <message>
        <source>Front Desk Kiosk</source>
        <translation>Front Desk Kiosk</translation>
    </message>
    <message>
        <source>No hub was found in this network. It is looked for again by itself.</source>
        <translation>Aucun serveur n’a été trouvé sur ce réseau. La recherche se poursuit automatiquement.</translation>
    </message>
    <message>
        <source>One moment …</source>
        <translation>Un instant…</translation>
    </message>
    <message>
        <source>QR code: the page that lets this tablet in</source>
        <translation>Code QR&#xa0;: la page qui admet cette tablette</translation>
    </message>
    <message>
        <source>The desk did not let this tablet in.</source>
        <translation>L’accueil n’a pas admis cette tablette.</translation>
    </message>
    <message>
        <source>The desk no longer lets this tablet in.</source>
        <translation>L’accueil n’admet plus cette tablette.</translation>
    </message>
    <message>
        <source>The hub at %1 can’t be reached. It is tried again by itself.</source>
        <translation>Le serveur %1 est injoignable. Un nouvel essai a lieu automatiquement.</translation>
    </message>
    <message>
        <source>The page must show this fingerprint too:</source>
        <translation>La page doit aussi afficher cette empreinte&#xa0;:</translation>
    </message>
    <message>
        <source>This tablet is new here.</source>
        <translation>Cette tablette est nouvelle ici.</translation>
    </message>
    <message>
        <source>What the desk has not heard of yet stays here, without names: %1</source>
        <translation>Ce que l’accueil n’a pas encore reçu reste ici, sans les noms&#xa0;: %1</translation>
    </message>
    <message>
        <source>Which of these is your hub? Choose one only if you know its address.</source>
        <translation>Lequel de ces serveurs est le vôtre&#xa0;? N’en choisissez un que si vous connaissez son adresse.</translation>
    </message>
</context>
<context>
    <name>FollowUp</name>
    <message>
        <source>%1. Thank you.</source>
        <translation>%1. Merci.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Suivant</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Non, merci</translation>
    </message>
    <message>
        <source>Shall someone come
to you now?</source>
        <translation>Voulez-vous que
quelqu’un vienne&#xa0;?</translation>
    </message>
    <message>
        <source>Tap any.</source>
        <translation>Touchez à votre choix.</translation>
    </message>
    <message>
        <source>We would like to put it right.</source>
        <translation>Nous voudrions y remédier.</translation>
    </message>
    <message>
        <source>What could we do better?</source>
        <translation>Que pourrions-nous améliorer&#xa0;?</translation>
    </message>
    <message>
        <source>What was good?</source>
        <translation>Qu’est-ce qui était bien&#xa0;?</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Écrire</translation>
    </message>
    <message>
        <source>Write a comment</source>
        <translation>Écrire un commentaire</translation>
    </message>
    <message>
        <source>Written ✓</source>
        <translation>Écrit ✓</translation>
    </message>
    <message>
        <source>Yes, please</source>
        <translation>Oui, merci</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>%1 is coming.</source>
        <translation>%1 arrive.</translation>
    </message>
    <message>
        <source>%1 is on the way, since %2</source>
        <translation>%1 est en route depuis %2</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Is it put right?</source>
        <translation>Est-ce réglé&#xa0;?</translation>
    </message>
    <message>
        <source>Nobody has answered yet.</source>
        <translation>Personne n’a encore répondu.</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Pas encore</translation>
    </message>
    <message>
        <source>On the desk’s screen</source>
        <translation>Sur l’écran de l’accueil</translation>
    </message>
    <message>
        <source>Please come to the desk.</source>
        <translation>Venez à l’accueil, s’il vous plaît.</translation>
    </message>
    <message>
        <source>Please stay near this screen: %1.</source>
        <translation>Restez près de cet écran&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Saved here</source>
        <translation>Enregistré ici</translation>
    </message>
    <message>
        <source>Sent to the desk</source>
        <translation>Envoyé à l’accueil</translation>
    </message>
    <message>
        <source>Somebody is on the way</source>
        <translation>Quelqu’un est en route</translation>
    </message>
    <message>
        <source>Thank you for telling us.</source>
        <translation>Merci de nous l’avoir dit.</translation>
    </message>
    <message>
        <source>We are telling the desk.</source>
        <translation>Nous prévenons l’accueil.</translation>
    </message>
    <message>
        <source>We can’t reach the desk from here just now. Your call is kept.</source>
        <translation>Nous ne pouvons pas joindre l’accueil d’ici pour le moment. Votre appel est enregistré.</translation>
    </message>
    <message>
        <source>We have told the desk.</source>
        <translation>L’accueil est prévenu.</translation>
    </message>
    <message>
        <source>Yes, thank you</source>
        <translation>Oui, merci</translation>
    </message>
</context>
<context>
    <name>LanguageBar</name>
    <message>
        <source>Languages</source>
        <translation>Langues</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Retour</translation>
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
            <numerusform>%n chiffre</numerusform>
            <numerusform>%n chiffres</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>Wrong PIN. Please try again.</source>
        <translation>PIN incorrect. Réessayez.</translation>
    </message>
    <message>
        <source>Wrong PIN. Please wait %1 s.</source>
        <translation>PIN incorrect. Attendez %1 s.</translation>
    </message>
    <message>
        <source>Your PIN, please.</source>
        <translation>Votre PIN, s’il vous plaît.</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Further down</source>
        <translation>Plus bas</translation>
    </message>
    <message>
        <source>Further up</source>
        <translation>Plus haut</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>J’ai besoin d’aide</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>%1, how was your visit?</source>
        <translation>%1, comment s’est passée votre visite&#xa0;?</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>How was your visit today?</source>
        <translation>Comment s’est passée votre visite&#xa0;?</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>J’ai besoin d’aide</translation>
    </message>
    <message>
        <source>Tap a star. Your name is not kept with it.</source>
        <translation>Touchez une étoile. Votre nom n’est pas gardé avec.</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Retour</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Back</source>
        <translation>Retour</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Terminé</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Restart</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>Personnel</translation>
    </message>
    <message>
        <source>The staff’s screen is not set up: run “kiosk pin” and put the line that it prints into this tablet’s settings.</source>
        <translation>L’écran du personnel n’est pas configuré&#xa0;: lancez « kiosk pin » et mettez la ligne affichée dans les réglages de cette tablette.</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Cette tablette</translation>
    </message>
    <message>
        <source>‹ Back</source>
        <translation>‹ Retour</translation>
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
        <translation>Nettoyage, 30 s</translation>
    </message>
    <message>
        <source>Close the office</source>
        <translation>Fermer le cabinet</translation>
    </message>
    <message>
        <source>Leave the kiosk</source>
        <translation>Quitter la borne</translation>
    </message>
    <message>
        <source>Nobody waits to be seen.</source>
        <translation>Personne n’attend de réponse.</translation>
    </message>
    <message>
        <source>Open the office</source>
        <translation>Ouvrir le cabinet</translation>
    </message>
    <message>
        <source>This tablet</source>
        <translation>Cette tablette</translation>
    </message>
    <message>
        <source>Waiting to be seen</source>
        <translation>En attente de réponse</translation>
    </message>
</context>
<context>
    <name>StarButton</name>
    <message>
        <source>%1, %2 of 5</source>
        <translation>%1, %2 sur 5</translation>
    </message>
</context>
<context>
    <name>StarRow</name>
    <message numerus="yes">
        <source>%n star(s)</source>
        <translation>
            <numerusform>%n étoile</numerusform>
            <numerusform>%n étoiles</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Done: %1</source>
        <translation>Fait&#xa0;: %1</translation>
    </message>
    <message>
        <source>Not yet: %1</source>
        <translation>Pas encore&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>StillThere</name>
    <message>
        <source>Still there?</source>
        <translation>Toujours là&#xa0;?</translation>
    </message>
    <message>
        <source>Yes, I’m here</source>
        <translation>Oui, je suis là</translation>
    </message>
</context>
<context>
    <name>TabletStatus</name>
    <message>
        <source>%1 GB free</source>
        <translation>%1 Go libres</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
    <message>
        <source>Desk</source>
        <translation>Accueil</translation>
    </message>
    <message>
        <source>Names are erased, and what is unsent stays here. To let this tablet in again, IT takes the token out of its settings and restarts it: it then shows a code.</source>
        <translation>Les noms sont effacés, et ce qui n’est pas envoyé reste ici. Pour admettre à nouveau cette tablette, le service informatique retire le jeton de ses réglages et la redémarre&#xa0;: elle affiche alors un code.</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>Reçu</translation>
    </message>
    <message>
        <source>Refused by the hub</source>
        <translation>Refusé par le serveur</translation>
    </message>
    <message>
        <source>Restart the kiosk</source>
        <translation>Redémarrer la borne</translation>
    </message>
    <message>
        <source>Screen</source>
        <translation>Écran</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Unsent</source>
        <translation>Non envoyé</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>not asked for yet</source>
        <translation>pas encore demandé</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
    <message>
        <source>the hub does not have all %1</source>
        <translation>il manque quelque chose au serveur : %1</translation>
    </message>
    <message>
        <source>the hub has all %1</source>
        <translation>le serveur a tout : %1</translation>
    </message>
</context>
<context>
    <name>Thanks</name>
    <message>
        <source>Finish</source>
        <translation>Terminer</translation>
    </message>
    <message>
        <source>QR code: our public reviews page</source>
        <translation>Code QR&#xa0;: notre page d’avis publics</translation>
    </message>
    <message>
        <source>Tell others, too</source>
        <translation>Dites-le aussi aux autres</translation>
    </message>
    <message>
        <source>Thank you, and take care.</source>
        <translation>Merci, prenez soin de vous.</translation>
    </message>
    <message>
        <source>Your rating is saved. The whole team reads them.</source>
        <translation>Votre avis est enregistré. Toute l’équipe les lit.</translation>
    </message>
    <message>
        <source>our public reviews page</source>
        <translation>notre page d’avis publics</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Please tell the desk.</source>
        <translation>Prévenez l’accueil, s’il vous plaît.</translation>
    </message>
    <message>
        <source>This screen can’t keep anything just now, and your last tap was not saved.</source>
        <translation>Cet écran ne peut rien enregistrer en ce moment, et votre dernier appui n’a pas été enregistré.</translation>
    </message>
</context>
<context>
    <name>WaitingStrip</name>
    <message numerus="yes">
        <source>%n more waiting</source>
        <translation>
            <numerusform>%n autre attend</numerusform>
            <numerusform>%n autres attendent</numerusform>
        </translation>
    </message>
    <message>
        <source>On the desk’s
screen</source>
        <translation>Sur l’écran
de l’accueil</translation>
    </message>
    <message>
        <source>Please come</source>
        <translation>On vous attend</translation>
    </message>
    <message>
        <source>Please tell
the desk</source>
        <translation>Prévenez
l’accueil</translation>
    </message>
    <message>
        <source>Saved
here</source>
        <translation>Enregistré
ici</translation>
    </message>
    <message>
        <source>Seen by %1</source>
        <translation>Vu par %1</translation>
    </message>
    <message>
        <source>Sent to
the desk</source>
        <translation>Envoyé à
l’accueil</translation>
    </message>
    <message>
        <source>to %1</source>
        <translation>ici&#xa0;: %1</translation>
    </message>
</context>
<context>
    <name>Welcome</name>
    <message>
        <source>Good afternoon.</source>
        <translation>Bonjour.</translation>
    </message>
    <message>
        <source>Good evening.</source>
        <translation>Bonsoir.</translation>
    </message>
    <message>
        <source>Good morning.</source>
        <translation>Bonjour.</translation>
    </message>
    <message>
        <source>I need help</source>
        <translation>J’ai besoin d’aide</translation>
    </message>
    <message>
        <source>I’m leaving</source>
        <translation>Je m’en vais</translation>
    </message>
    <message>
        <source>I’ve just arrived</source>
        <translation>Je viens d’arriver</translation>
    </message>
    <message>
        <source>Rate your visit</source>
        <translation>Notez votre visite</translation>
    </message>
    <message>
        <source>Tell the desk you are here</source>
        <translation>Prévenez l’accueil</translation>
    </message>
    <message>
        <source>We’re glad you’re here.</source>
        <translation>Nous sommes heureux de vous voir.</translation>
    </message>
</context>
<context>
    <name>WhoAreYou</name>
    <message>
        <source>Who are you?</source>
        <translation>Qui êtes-vous&#xa0;?</translation>
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
            <numerusform>%n non envoyé</numerusform>
            <numerusform>%n non envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>Average</source>
        <translation>Moyen</translation>
    </message>
    <message>
        <source>Being listened to</source>
        <translation>L’écoute</translation>
    </message>
    <message>
        <source>Clear answers</source>
        <translation>Des réponses claires</translation>
    </message>
    <message>
        <source>Desk not reached since %1</source>
        <translation>Accueil injoignable depuis %1</translation>
    </message>
    <message>
        <source>Desk not reached yet</source>
        <translation>Accueil pas encore joint</translation>
    </message>
    <message>
        <source>Desk reached since %1</source>
        <translation>Accueil joint depuis %1</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excellent</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Passable</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bien</translation>
    </message>
    <message>
        <source>Kindness</source>
        <translation>La gentillesse</translation>
    </message>
    <message>
        <source>My care</source>
        <translation>Mes soins</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Mauvais</translation>
    </message>
    <message>
        <source>The desk does not know this tablet</source>
        <translation>L’accueil ne connaît pas cette tablette</translation>
    </message>
    <message>
        <source>The waiting</source>
        <translation>L’attente</translation>
    </message>
    <message>
        <source>The welcome</source>
        <translation>L’accueil</translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>environ %n min</numerusform>
            <numerusform>environ %n min</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>environ %n minute</numerusform>
            <numerusform>environ %n minutes</numerusform>
        </translation>
    </message>
    <message>
        <source>not known</source>
        <translation>inconnu</translation>
    </message>
</context>
</TS>
