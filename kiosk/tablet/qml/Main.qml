pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Models
import "controls"

// The window: one screen at a time, and what may lie over it.
Window {
    id: root

    required property Flow flow
    required property LanguageModel language
    required property ComfortModel comfort
    required property WelcomeModel welcome
    required property ArriveModel arrive
    required property AcknowledgedModel acknowledged
    required property RateModel rate
    required property FollowUpModel followUp
    required property ThanksModel thanks
    required property HelpModel help
    required property ClosedModel closed
    required property StaffModel staff
    required property PinPadModel pinPad
    required property StatusModel status
    required property CleaningModel cleaning
    required property NameTagModel nameTag
    required property DimmerModel dimmer
    required property real pixelsPerMm
    required property bool fullscreen
    required property color accent
    required property bool motion

    readonly property list<Kept> kept: [welcome, acknowledged, rate, followUp, thanks]
    // What is covered is neither tapped nor reached by keys.
    readonly property bool uncovered: !languages.active && !comfort.active && !writing.active && !asking.active && !trouble.active

    // The keyboard belongs to what lies on top.
    function refocus(): void {
        const top = [trouble, asking, comfort, languages, writing, screens].find(loader => loader.active) ?? kept.find(screen => screen.shown);
        top?.forceActiveFocus();
    }

    function forget(): void {
        root.kept.forEach(screen => screen.forget());
    }

    title: qsTr("Front Desk Kiosk")
    width: 1280
    height: 800
    color: Theme.paper
    flags: fullscreen ? Qt.Window | Qt.FramelessWindowHint : Qt.Window
    visibility: fullscreen ? Window.FullScreen : Window.Windowed

    // Only what stands is told of another language or size at once.
    Connections {
        target: root.language

        function onCurrentChanged(): void {
            root.forget();
        }
    }

    Connections {
        target: root.comfort

        function onLargeChanged(): void {
            root.forget();
        }
    }

    // Set here alone; everything below follows.
    LayoutMirroring.enabled: root.language.rightToLeft
    LayoutMirroring.childrenInherit: true

    // Only the programme ends the kiosk.
    onClosing: close => close.accepted = !root.fullscreen

    Look {
        width: root.width
        height: root.height
        pixelsPerMm: root.pixelsPerMm
        accent: root.accent
        motion: root.motion
        flow: root.flow
        language: root.language
        comfort: root.comfort
    }

    Kept {
        id: welcome

        shown: root.flow.screen === "welcome"
        enabled: root.uncovered
        onShownChanged: root.refocus()

        sourceComponent: Welcome {
            model: root.welcome
            flow: root.flow
            language: root.language
            comfort: root.comfort
        }
    }

    Kept {
        id: acknowledged

        shown: root.flow.screen === "acknowledged"
        enabled: root.uncovered
        onShownChanged: root.refocus()

        sourceComponent: Acknowledged {
            model: root.acknowledged
            flow: root.flow
        }
    }

    Kept {
        id: rate

        shown: root.flow.screen === "rate"
        enabled: root.uncovered
        onShownChanged: root.refocus()

        sourceComponent: Rate {
            model: root.rate
            flow: root.flow
            language: root.language
            comfort: root.comfort
        }
    }

    Kept {
        id: followUp

        shown: root.flow.screen === "followup"
        enabled: root.uncovered
        onShownChanged: root.refocus()

        sourceComponent: FollowUp {
            model: root.followUp
        }
    }

    Kept {
        id: thanks

        shown: root.flow.screen === "thanks"
        enabled: root.uncovered
        onShownChanged: root.refocus()

        sourceComponent: Thanks {
            model: root.thanks
            flow: root.flow
        }
    }

    Loader {
        id: screens

        anchors.fill: parent
        // A field that is there before the keyboard asks in vain for it.
        active: !root.kept.some(screen => screen.shown) && (root.flow.screen !== "arrive" || keyboard.ready)
        enabled: root.uncovered
        onActiveChanged: root.refocus()
        sourceComponent: {
            switch (root.flow.screen) {
            case "arrive":
                return arrive;
            case "help":
                return help;
            case "closed":
                return closed;
            case "staff":
                return staff;
            case "cleaning":
                return cleaning;
            default:
                return null;
            }
        }

        Component {
            id: arrive

            Arrive {
                model: root.arrive
                flow: root.flow
                language: root.language
                comfort: root.comfort
                covered: keyboard.covers
            }
        }

        Component {
            id: closed

            Closed {
                model: root.closed
                flow: root.flow
                language: root.language
                comfort: root.comfort
            }
        }

        Component {
            id: staff

            Staff {
                model: root.staff
                pinPad: root.pinPad
                status: root.status
                closed: root.closed
                flow: root.flow
            }
        }

        Component {
            id: cleaning

            Cleaning {
                model: root.cleaning
            }
        }

        Component {
            id: help

            Help {
                model: root.help
                flow: root.flow
            }
        }
    }

    Loader {
        id: writing

        anchors.fill: parent
        enabled: !asking.active && !trouble.active
        active: root.followUp.writing
        onActiveChanged: root.refocus()

        sourceComponent: Comment {
            model: root.followUp
            covered: keyboard.covers
        }
    }

    Keyboard {
        id: keyboard

        anchors.fill: parent
        enabled: root.uncovered || writing.enabled && writing.active
        flow: root.flow
    }

    Loader {
        id: languages

        anchors.fill: parent
        enabled: !asking.active && !trouble.active
        active: root.language.choosing
        onActiveChanged: root.refocus()

        sourceComponent: Languages {
            language: root.language
        }
    }

    Loader {
        id: comfort

        anchors.fill: parent
        enabled: !asking.active && !trouble.active
        active: root.comfort.choosing
        onActiveChanged: root.refocus()

        sourceComponent: Comfort {
            comfort: root.comfort
        }
    }

    Loader {
        id: asking

        anchors.fill: parent
        enabled: !trouble.active
        active: root.flow.asking
        onActiveChanged: root.refocus()

        sourceComponent: StillThere {
            flow: root.flow
        }
    }

    Loader {
        id: trouble

        anchors.fill: parent
        active: root.flow.trouble
        onActiveChanged: root.refocus()

        sourceComponent: Trouble {
            flow: root.flow
        }
    }

    Loader {
        anchors.fill: parent
        active: root.nameTag.name !== ""

        sourceComponent: NameTag {
            model: root.nameTag
        }
    }

    // Nothing to a screen reader, which goes on telling what stands below; the touch that ends it gets no further than Hands.
    Loader {
        anchors.fill: parent
        active: root.dimmer.dark

        sourceComponent: Rectangle {
            objectName: "dark"
            color: Theme.dark
        }
    }
}
