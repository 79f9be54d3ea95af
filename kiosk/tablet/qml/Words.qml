pragma Singleton

import QtQuick

// Words that more than one screen needs.
QtObject {
    function stars(count: int): string {
        return ["", qsTr("Poor"), qsTr("Fair"), qsTr("Average"), qsTr("Good"), qsTr("Excellent")][count];
    }

    function topic(name: string): string {
        switch (name) {
        case "welcome":
            return qsTr("The welcome");
        case "waiting":
            return qsTr("The waiting");
        case "kindness":
            return qsTr("Kindness");
        case "listened":
            return qsTr("Being listened to");
        case "answers":
            return qsTr("Clear answers");
        default:
            return qsTr("My care");
        }
    }

    function shortWait(minutes: int): string {
        return minutes > 0 ? qsTr("about %n min", "", minutes) : "";
    }

    // Nothing where no wait was quoted or the quoted time has passed.
    function wait(minutes: int): string {
        return minutes > 0 ? qsTr("about %n minute(s)", "", minutes) : "";
    }
}
