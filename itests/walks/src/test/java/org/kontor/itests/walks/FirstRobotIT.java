package org.kontor.itests.walks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kontor.itests.harness.Chromium;
import org.kontor.itests.harness.Leads;
import org.kontor.itests.harness.Portal;
import org.kontor.itests.harness.Repository;
import org.kontor.itests.harness.Rest;
import org.kontor.itests.harness.Tab;
import org.kontor.itests.harness.Waiting;
import org.kontor.itests.harness.Walk;
import org.kontor.itests.harness.pages.RobotsPage;

/// Does what the first chapter of the developer guide says, to the letter.
@Walk
final class FirstRobotIT {
    private static final Pattern BLOCK = Pattern.compile("(?m)^(File: (?<path>\\S+)|Run:)\\n```\\w*\\n(?<text>.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    private final Portal portal;
    private final Chromium chromium;
    private final Rest rest;

    @TempDir
    Path folder;

    FirstRobotIT(Portal portal, Chromium chromium, Rest rest) {
        this.portal = portal;
        this.chromium = chromium;
        this.rest = rest;
    }

    @Test
    void bringsTheRobotOfTheGuideToWork() throws IOException {
        Matcher blocks = BLOCK.matcher(firstChapter());

        long done = blocks.results().peek(this::follow).count();
        Tab tab = chromium.signedIn(portal);
        Waiting.until("the activity of the guide", Duration.ofSeconds(20), () -> offered(tab.robots("lead")));
        tab.await("activity-acme.add-note").click();
        RobotsPage page = new RobotsPage(tab);
        page.input("note", "Welcome, {{contactName}}");
        page.save();
        String ref = rest.create("lead", Leads.lead("Of the guide"));
        rest.change(ref, "{\"stage\":\"converted\"}");

        assertThat(done).as("blocks of the guide").isGreaterThanOrEqualTo(6);
        Waiting.until("the comment", Duration.ofSeconds(20), () -> rest.document(ref).path("fields").path("comments").asString("").equals("Welcome, Anna Conti"));
        assertThat(rest.steps(ref)).containsValue("done");
    }

    private static boolean offered(RobotsPage page) {
        page.tab().await("add-robot-converted").click();
        page.tab().await("activity");
        return page.tab().shows("activity-acme.add-note");
    }

    private static String firstChapter() throws IOException {
        String guide = Files.readString(Repository.root().resolve("bundles/org.kontor.sdk/README.md"));
        int begin = guide.indexOf("## 1. ");
        return guide.substring(begin, guide.indexOf("\n## 2. ", begin));
    }

    private void follow(MatchResult block) {
        try {
            if (block.group("path") != null) {
                Path file = folder.resolve(block.group("path"));
                Files.createDirectories(file.getParent());
                Files.writeString(file, block.group("text"));
            } else {
                run(block.group("text"));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the guide can't be followed at: " + block.group(), e);
        }
    }

    private void run(String commands) throws IOException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", commands).directory(folder.toFile()).redirectErrorStream(true);
        shell.environment().put("KONTOR_DATA", portal.data().toString());
        shell.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process process = shell.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int end = process.onExit().join().exitValue();
        if (end != 0) {
            throw new AssertionError("the guide's commands ended with " + end + ":\n" + commands + "\n" + output);
        }
    }
}
