package dev.hourbridge.benchmarks.reading;

import dev.hourbridge.model.TimeEntry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Each operation reads five hundred entries from bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ReadingBenchmark {
    private static final int ENTRIES = 500;

    private byte[] teamworkBody = {};
    private byte[] liveTimerBody = {};
    private byte[] codebaseBody = {};
    private Canned teamwork = Canned.teamwork(teamworkBody);
    private Canned liveTimer = Canned.liveTimer(liveTimerBody);
    private Canned codebase = Canned.codebase(codebaseBody);
    private TeamworkByHand teamworkByHand =
            new TeamworkByHand(teamwork.tracker().account());
    private XmlByHand liveTimerByHand = new XmlByHand(liveTimer.tracker().account());
    private XmlByHand codebaseByHand = new XmlByHand(codebase.tracker().account());

    /** Creates the response bodies. */
    @Setup
    public void makeBodies() {
        close();
        teamworkBody = Bodies.teamwork(1_000_000, ENTRIES, true);
        liveTimerBody = Bodies.liveTimer(1_000_000, ENTRIES, ENTRIES, 1);
        codebaseBody = Bodies.codebase(1_000_000, ENTRIES);
        teamwork = Canned.teamwork(teamworkBody);
        liveTimer = Canned.liveTimer(liveTimerBody);
        codebase = Canned.codebase(codebaseBody);
        teamworkByHand = new TeamworkByHand(teamwork.tracker().account());
        liveTimerByHand = new XmlByHand(liveTimer.tracker().account());
        codebaseByHand = new XmlByHand(codebase.tracker().account());
    }

    /** Closes the clients. */
    @TearDown
    public void close() {
        teamwork.close();
        liveTimer.close();
        codebase.close();
    }

    /** Reads with this library's client. */
    @Benchmark
    public List<TimeEntry> teamworkClient() {
        return teamwork.read();
    }

    /** Reads with handwritten code for Jackson's streaming parser. */
    @Benchmark
    public List<TimeEntry> teamworkStreaming() throws Exception {
        return teamworkByHand.streaming(teamworkBody);
    }

    /** Reads into records with Jackson's databind, then maps them. */
    @Benchmark
    public List<TimeEntry> teamworkDatabind() throws Exception {
        return teamworkByHand.databind(teamworkBody);
    }

    /** Reads with this library's client. */
    @Benchmark
    public List<TimeEntry> liveTimerClient() {
        return liveTimer.read();
    }

    /** Reads with a loop over Woodstox events. */
    @Benchmark
    public List<TimeEntry> liveTimerWoodstox() throws Exception {
        return liveTimerByHand.liveTimer(liveTimerBody);
    }

    /** Reads with this library's client. */
    @Benchmark
    public List<TimeEntry> codebaseClient() {
        return codebase.read();
    }

    /** Reads with a loop over Woodstox events. */
    @Benchmark
    public List<TimeEntry> codebaseWoodstox() throws Exception {
        return codebaseByHand.codebase(codebaseBody, Canned.PROJECT);
    }
}
