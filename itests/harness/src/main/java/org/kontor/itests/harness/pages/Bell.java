package org.kontor.itests.harness.pages;

import org.kontor.itests.harness.Tab;

/// The bell in the header.
public record Bell(Tab tab) {

    /// How many notifications are unread, 0 when no counter is shown.
    public long unread() {
        String digits = tab.shows("bell-count") ? tab.marked("bell-count").first().innerText().replaceAll("[^0-9]", "") : "";
        return digits.isEmpty() ? 0 : Long.parseLong(digits);
    }

    public void open() {
        tab.await("bell").click();
    }
}
