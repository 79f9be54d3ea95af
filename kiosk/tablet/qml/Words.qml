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

    // How long ago, to the second.
    function age(seconds: int): string {
        const minutes = Math.floor(seconds / 60);
        return minutes > 0 ? qsTr("%1 min %2 s").arg(minutes).arg(seconds % 60) : qsTr("%1 s").arg(seconds);
    }

    function link(name: string, since: string): string {
        switch (name) {
        case "reachable":
            return qsTr("Desk reached since %1").arg(since);
        case "unreachable":
            return qsTr("Desk not reached since %1").arg(since);
        case "refused":
            return qsTr("The desk does not know this tablet");
        default:
            return qsTr("Desk not reached yet");
        }
    }

    function unsent(count: int): string {
        return count < 0 ? qsTr("not known") : qsTr("%n unsent", "", count);
    }

    function shortWait(minutes: int): string {
        return minutes > 0 ? qsTr("about %n min", "", minutes) : "";
    }

    // Nothing where no wait was quoted or the quoted time has passed.
    function wait(minutes: int): string {
        return minutes > 0 ? qsTr("about %n minute(s)", "", minutes) : "";
    }
}
