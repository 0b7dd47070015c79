/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.submit.cost;

import dev.saltern.conf.ExitCode;
import dev.saltern.conf.SalternException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Prices of one region.
 *
 * @param date when they were noted
 * @param region whose they are
 * @param basis what they are, in a sentence
 * @param spotShare what a spot machine is taken to cost, as a share of the price on demand
 * @param gp3GibMonth US dollars for a GiB of gp3 for a month
 * @param serverless the prices of EMR Serverless, by architecture
 * @param types the prices of machines, by type
 */
public record PriceTable(
        LocalDate date,
        String region,
        String basis,
        double spotShare,
        double gp3GibMonth,
        Map<String, Worker> serverless,
        Map<String, Machine> types) {
    private static final double HOURS_OF_MONTH = 730;

    public PriceTable {
        serverless = Map.copyOf(serverless);
        types = Map.copyOf(types);
    }

    /**
     * US dollars for an hour of a machine.
     *
     * @param ec2 on demand
     * @param emr for EMR, on spot too
     */
    public record Machine(double ec2, double emr) {}

    /** US dollars for an hour of a processor, a GiB of memory, and a GiB of disk above the first 20. */
    public record Worker(double core, double memoryGib, double diskGib) {}

    /**
     * Returns the price of a machine.
     *
     * @throws SalternException if the table does not know the type
     */
    public Machine machine(String type) {
        Machine machine = types.get(type);
        if (machine == null) {
            throw unknown("instance type '" + type + "'");
        }
        return machine;
    }

    /**
     * Returns the price of a worker of EMR Serverless.
     *
     * @throws SalternException if the table does not know the architecture
     */
    public Worker worker(String architecture) {
        Worker worker = serverless.get(architecture);
        if (worker == null) {
            throw unknown("EMR Serverless on " + architecture);
        }
        return worker;
    }

    /**
     * Returns this table.
     *
     * @throws SalternException if its prices are of another region
     */
    public PriceTable requireRegion(String wanted) {
        if (!region.equals(wanted)) {
            throw new SalternException(
                    ExitCode.INVALID_CONFIGURATION,
                    "Cannot price a launch in " + wanted + ": the table of " + date + " is of " + region
                            + ". Give one of " + wanted + " with --prices FILE");
        }
        return this;
    }

    /** Returns what whoever reads a cost must know of it: of what day and region the prices are, what they are, and how spot is taken. */
    public String caveat() {
        return String.format(
                Locale.ROOT,
                "of %s, %s: %s; spot taken as %.0f%% of on demand",
                date,
                region,
                basis.isEmpty() ? "no basis is given" : basis,
                spotShare * 100);
    }

    /** Returns the same for programs. */
    public Map<String, Object> source() {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put("date", date.toString());
        source.put("region", region);
        source.put("basis", basis);
        source.put("spotShare", spotShare);
        return source;
    }

    /** Returns US dollars for an hour of so many GiB of gp3. */
    public double diskHour(double gib) {
        return gib * gp3GibMonth / HOURS_OF_MONTH;
    }

    private SalternException unknown(String what) {
        return new SalternException(
                ExitCode.INVALID_CONFIGURATION,
                "Cannot price " + what + ": the table of " + date + " does not know it. Add it to a table of your own:"
                        + " --prices FILE");
    }
}
