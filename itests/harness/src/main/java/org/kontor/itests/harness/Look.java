package org.kontor.itests.harness;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ColorScheme;

/// How large the window is and whether the person likes it dark.
public enum Look {
    WIDE(1440, 900, ColorScheme.LIGHT),
    WIDE_DARK(1440, 900, ColorScheme.DARK),
    NARROW(390, 844, ColorScheme.LIGHT),
    NARROW_DARK(390, 844, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Look(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    public boolean narrow() {
        return width < 600;
    }

    Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(scheme).setLocale("en-GB").setTimezoneId("Europe/Berlin");
    }
}
