/* SPDX-License-Identifier: Apache-2.0 */
package dev.saltern.benchmark.day;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** How much of the heap collections leave in use: what the kernel sees says more about the patience of the collector than about a run. */
final class HeapWatch {
    private final AtomicLong peakBytes = new AtomicLong();
    private final Set<String> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .collect(Collectors.toSet());

    /** Looks at every collection of this process from here on. */
    HeapWatch() {
        ManagementFactory.getGarbageCollectorMXBeans().stream()
                .filter(NotificationEmitter.class::isInstance)
                .map(NotificationEmitter.class::cast)
                .forEach(collector -> collector.addNotificationListener((told, unused) -> hear(told), null, null));
    }

    /** Starts again. */
    void forget() {
        peakBytes.set(0);
    }

    /** Returns the most that a collection left in use; what is in use where there was none. */
    long peakBytes() {
        return peakBytes.get() > 0
                ? peakBytes.get()
                : ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private void hear(Notification told) {
        if (told.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            Map<String, MemoryUsage> after = GarbageCollectionNotificationInfo.from(
                            (CompositeData) told.getUserData())
                    .getGcInfo()
                    .getMemoryUsageAfterGc();
            long used = after.entrySet().stream()
                    .filter(pool -> pools.contains(pool.getKey()))
                    .mapToLong(pool -> pool.getValue().getUsed())
                    .sum();
            peakBytes.accumulateAndGet(used, Math::max);
        }
    }
}
