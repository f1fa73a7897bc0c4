"""Create the design's seven tables as Prisma would write them, and our own. Safe to run again.

Every statement says IF NOT EXISTS: SQLite does not undo a script that was cut off half-way, and the seven may
stand already, made by a web application over the same file.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True

SQLITE = """
CREATE TABLE IF NOT EXISTS "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "image" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS "User_email_key" ON "User" ("email");
CREATE TABLE IF NOT EXISTS "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "Account_provider_providerAccountId_key" ON "Account" ("provider", "providerAccountId");
CREATE TABLE IF NOT EXISTS "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionToken" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expires" DATETIME NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "Session_sessionToken_key" ON "Session" ("sessionToken");
CREATE TABLE IF NOT EXISTS "GeneratedImage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "imageUrl" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "sourceImageUrl" TEXT,
    "title" TEXT NOT NULL,
    "characterName" TEXT NOT NULL,
    "attribute" TEXT NOT NULL,
    "rarity" TEXT NOT NULL,
    "backgroundColor" TEXT NOT NULL,
    "effects" TEXT NOT NULL,
    "style" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "GeneratedImage_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "GeneratedImage_userId_createdAt_idx" ON "GeneratedImage" ("userId", "createdAt");
CREATE TABLE IF NOT EXISTS "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "data" TEXT NOT NULL,
    "result" TEXT,
    "error" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Task_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "Task_userId_status_idx" ON "Task" ("userId", "status");
CREATE INDEX IF NOT EXISTS "Task_createdAt_idx" ON "Task" ("createdAt");
CREATE TABLE IF NOT EXISTS "ImageCache" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "promptHash" TEXT NOT NULL,
    "imageUrl" TEXT NOT NULL,
    "metadata" TEXT,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX IF NOT EXISTS "ImageCache_promptHash_key" ON "ImageCache" ("promptHash");
CREATE INDEX IF NOT EXISTS "ImageCache_expiresAt_idx" ON "ImageCache" ("expiresAt");
CREATE TABLE IF NOT EXISTS "UsageStats" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "date" DATETIME NOT NULL,
    "imageCount" INTEGER NOT NULL DEFAULT 0,
    "totalTokens" INTEGER NOT NULL DEFAULT 0,
    "successCount" INTEGER NOT NULL DEFAULT 0,
    "failureCount" INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX IF NOT EXISTS "UsageStats_userId_date_key" ON "UsageStats" ("userId", "date");
CREATE INDEX IF NOT EXISTS "UsageStats_userId_idx" ON "UsageStats" ("userId");
CREATE INDEX IF NOT EXISTS "UsageStats_date_idx" ON "UsageStats" ("date");
CREATE TABLE IF NOT EXISTS "StickerDetail" (
    "stickerId" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "serverId" TEXT,
    "channelId" TEXT,
    "private" BOOLEAN NOT NULL DEFAULT false,
    "art" TEXT,
    "painter" TEXT NOT NULL,
    "variation" INTEGER NOT NULL DEFAULT 0,
    "rendererVersion" INTEGER NOT NULL,
    "design" TEXT NOT NULL,
    "parentId" TEXT,
    "number" INTEGER,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "StickerDetail_stickerId_fkey" FOREIGN KEY ("stickerId") REFERENCES "GeneratedImage" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StickerDetail_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StickerDetail_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "GeneratedImage" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "StickerDetail_serverId_number_key" ON "StickerDetail" ("serverId", "number");
CREATE INDEX IF NOT EXISTS "StickerDetail_serverId_private_createdAt_idx" ON "StickerDetail" ("serverId", "private", "createdAt");
CREATE INDEX IF NOT EXISTS "StickerDetail_ownerId_createdAt_idx" ON "StickerDetail" ("ownerId", "createdAt");
CREATE INDEX IF NOT EXISTS "StickerDetail_art_idx" ON "StickerDetail" ("art");
CREATE INDEX IF NOT EXISTS "StickerDetail_parentId_idx" ON "StickerDetail" ("parentId");
CREATE TABLE IF NOT EXISTS "Favourite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "stickerId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Favourite_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Favourite_stickerId_fkey" FOREIGN KEY ("stickerId") REFERENCES "GeneratedImage" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "Favourite_userId_stickerId_key" ON "Favourite" ("userId", "stickerId");
CREATE INDEX IF NOT EXISTS "Favourite_stickerId_idx" ON "Favourite" ("stickerId");
CREATE TABLE IF NOT EXISTS "Delivery" (
    "taskId" TEXT NOT NULL PRIMARY KEY,
    "applicationId" TEXT NOT NULL,
    "token" TEXT,
    "tokenExpiresAt" DATETIME,
    "serverId" TEXT,
    "channelId" TEXT NOT NULL,
    "messageId" TEXT,
    "ephemeral" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" DATETIME,
    CONSTRAINT "Delivery_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "Delivery_state_idx" ON "Delivery" ("state");
CREATE TABLE IF NOT EXISTS "Work" (
    "taskId" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" DATETIME,
    "worker" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "notBefore" DATETIME,
    "cancelRequestedAt" DATETIME,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Work_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "Work_priority_createdAt_idx" ON "Work" ("priority", "createdAt");
CREATE INDEX IF NOT EXISTS "Work_userId_idx" ON "Work" ("userId");
CREATE TABLE IF NOT EXISTS "Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "serverId" TEXT,
    "painter" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "error" TEXT,
    "tokens" INTEGER NOT NULL DEFAULT 0,
    "costMicros" INTEGER NOT NULL DEFAULT 0,
    "startedAt" DATETIME NOT NULL,
    "endedAt" DATETIME NOT NULL,
    CONSTRAINT "Run_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "Run_taskId_key" ON "Run" ("taskId");
CREATE INDEX IF NOT EXISTS "Run_serverId_endedAt_idx" ON "Run" ("serverId", "endedAt");
CREATE INDEX IF NOT EXISTS "Run_userId_endedAt_idx" ON "Run" ("userId", "endedAt");
CREATE TABLE IF NOT EXISTS "Charge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "serverId" TEXT,
    "painter" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL DEFAULT 0,
    "costMicros" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Charge_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "Charge_createdAt_idx" ON "Charge" ("createdAt");
CREATE INDEX IF NOT EXISTS "Charge_userId_idx" ON "Charge" ("userId");
CREATE TABLE IF NOT EXISTS "ServerSettings" (
    "serverId" TEXT NOT NULL PRIMARY KEY,
    "settings" TEXT NOT NULL,
    "updatedAt" DATETIME NOT NULL
);
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSON NOT NULL
);
"""

POSTGRES = """
CREATE TABLE IF NOT EXISTS "User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "email" TEXT NOT NULL,
    "name" TEXT,
    "image" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS "User_email_key" ON "User" ("email");
CREATE TABLE IF NOT EXISTS "Account" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,
    CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "Account_provider_providerAccountId_key" ON "Account" ("provider", "providerAccountId");
CREATE TABLE IF NOT EXISTS "Session" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "sessionToken" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "Session_sessionToken_key" ON "Session" ("sessionToken");
CREATE TABLE IF NOT EXISTS "GeneratedImage" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "imageUrl" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "sourceImageUrl" TEXT,
    "title" TEXT NOT NULL,
    "characterName" TEXT NOT NULL,
    "attribute" TEXT NOT NULL,
    "rarity" TEXT NOT NULL,
    "backgroundColor" TEXT NOT NULL,
    "effects" TEXT NOT NULL,
    "style" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "GeneratedImage_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "GeneratedImage_userId_createdAt_idx" ON "GeneratedImage" ("userId", "createdAt");
CREATE TABLE IF NOT EXISTS "Task" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "data" TEXT NOT NULL,
    "result" TEXT,
    "error" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Task_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "Task_userId_status_idx" ON "Task" ("userId", "status");
CREATE INDEX IF NOT EXISTS "Task_createdAt_idx" ON "Task" ("createdAt");
CREATE TABLE IF NOT EXISTS "ImageCache" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "promptHash" TEXT NOT NULL,
    "imageUrl" TEXT NOT NULL,
    "metadata" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE UNIQUE INDEX IF NOT EXISTS "ImageCache_promptHash_key" ON "ImageCache" ("promptHash");
CREATE INDEX IF NOT EXISTS "ImageCache_expiresAt_idx" ON "ImageCache" ("expiresAt");
CREATE TABLE IF NOT EXISTS "UsageStats" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "date" TIMESTAMPTZ(3) NOT NULL,
    "imageCount" INTEGER NOT NULL DEFAULT 0,
    "totalTokens" INTEGER NOT NULL DEFAULT 0,
    "successCount" INTEGER NOT NULL DEFAULT 0,
    "failureCount" INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX IF NOT EXISTS "UsageStats_userId_date_key" ON "UsageStats" ("userId", "date");
CREATE INDEX IF NOT EXISTS "UsageStats_userId_idx" ON "UsageStats" ("userId");
CREATE INDEX IF NOT EXISTS "UsageStats_date_idx" ON "UsageStats" ("date");
CREATE TABLE IF NOT EXISTS "StickerDetail" (
    "stickerId" TEXT NOT NULL PRIMARY KEY,
    "ownerId" TEXT NOT NULL,
    "serverId" TEXT,
    "channelId" TEXT,
    "private" BOOLEAN NOT NULL DEFAULT false,
    "art" TEXT,
    "painter" TEXT NOT NULL,
    "variation" INTEGER NOT NULL DEFAULT 0,
    "rendererVersion" INTEGER NOT NULL,
    "design" TEXT NOT NULL,
    "parentId" TEXT,
    "number" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "StickerDetail_stickerId_fkey" FOREIGN KEY ("stickerId") REFERENCES "GeneratedImage" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StickerDetail_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "StickerDetail_parentId_fkey" FOREIGN KEY ("parentId") REFERENCES "GeneratedImage" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "StickerDetail_serverId_number_key" ON "StickerDetail" ("serverId", "number");
CREATE INDEX IF NOT EXISTS "StickerDetail_serverId_private_createdAt_idx" ON "StickerDetail" ("serverId", "private", "createdAt");
CREATE INDEX IF NOT EXISTS "StickerDetail_ownerId_createdAt_idx" ON "StickerDetail" ("ownerId", "createdAt");
CREATE INDEX IF NOT EXISTS "StickerDetail_art_idx" ON "StickerDetail" ("art");
CREATE INDEX IF NOT EXISTS "StickerDetail_parentId_idx" ON "StickerDetail" ("parentId");
CREATE TABLE IF NOT EXISTS "Favourite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "stickerId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Favourite_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Favourite_stickerId_fkey" FOREIGN KEY ("stickerId") REFERENCES "GeneratedImage" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "Favourite_userId_stickerId_key" ON "Favourite" ("userId", "stickerId");
CREATE INDEX IF NOT EXISTS "Favourite_stickerId_idx" ON "Favourite" ("stickerId");
CREATE TABLE IF NOT EXISTS "Delivery" (
    "taskId" TEXT NOT NULL PRIMARY KEY,
    "applicationId" TEXT NOT NULL,
    "token" TEXT,
    "tokenExpiresAt" TIMESTAMPTZ(3),
    "serverId" TEXT,
    "channelId" TEXT NOT NULL,
    "messageId" TEXT,
    "ephemeral" BOOLEAN NOT NULL DEFAULT false,
    "locale" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),
    CONSTRAINT "Delivery_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "Delivery_state_idx" ON "Delivery" ("state");
CREATE TABLE IF NOT EXISTS "Work" (
    "taskId" TEXT NOT NULL PRIMARY KEY,
    "userId" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "leaseUntil" TIMESTAMPTZ(3),
    "worker" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3),
    "cancelRequestedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Work_taskId_fkey" FOREIGN KEY ("taskId") REFERENCES "Task" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "Work_priority_createdAt_idx" ON "Work" ("priority", "createdAt");
CREATE INDEX IF NOT EXISTS "Work_userId_idx" ON "Work" ("userId");
CREATE TABLE IF NOT EXISTS "Run" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "serverId" TEXT,
    "painter" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "error" TEXT,
    "tokens" INTEGER NOT NULL DEFAULT 0,
    "costMicros" INTEGER NOT NULL DEFAULT 0,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3) NOT NULL,
    CONSTRAINT "Run_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX IF NOT EXISTS "Run_taskId_key" ON "Run" ("taskId");
CREATE INDEX IF NOT EXISTS "Run_serverId_endedAt_idx" ON "Run" ("serverId", "endedAt");
CREATE INDEX IF NOT EXISTS "Run_userId_endedAt_idx" ON "Run" ("userId", "endedAt");
CREATE TABLE IF NOT EXISTS "Charge" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "taskId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "serverId" TEXT,
    "painter" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "tokens" INTEGER NOT NULL DEFAULT 0,
    "costMicros" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Charge_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX IF NOT EXISTS "Charge_createdAt_idx" ON "Charge" ("createdAt");
CREATE INDEX IF NOT EXISTS "Charge_userId_idx" ON "Charge" ("userId");
CREATE TABLE IF NOT EXISTS "ServerSettings" (
    "serverId" TEXT NOT NULL PRIMARY KEY,
    "settings" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL
);
CREATE TABLE IF NOT EXISTS "aerich" (
    "id" SERIAL NOT NULL PRIMARY KEY,
    "version" VARCHAR(255) NOT NULL,
    "app" VARCHAR(100) NOT NULL,
    "content" JSONB NOT NULL
);
"""

# The seven stay when this is taken back: they may be shared, and hold every sticker.
OURS = """
DROP TABLE IF EXISTS "ServerSettings";
DROP TABLE IF EXISTS "Charge";
DROP TABLE IF EXISTS "Run";
DROP TABLE IF EXISTS "Work";
DROP TABLE IF EXISTS "Delivery";
DROP TABLE IF EXISTS "Favourite";
DROP TABLE IF EXISTS "StickerDetail";
"""


async def upgrade(db: BaseDBAsyncClient | None) -> str:
    """The statements for the connection's dialect; aerich hands in no connection for PostgreSQL at times."""
    return SQLITE if db is not None and db.capabilities.dialect == "sqlite" else POSTGRES


async def downgrade(db: BaseDBAsyncClient | None) -> str:
    """Drops our own tables."""
    return OURS


MODELS_STATE = (
    "eJztXW1z2zYS/isYfWk6o3rStL12Mjc34zhO62vi9GK56dzNDQ2RkIgxRagAZEXN5b8f3v"
    "giihIJSrIlAV9aB8QC4kO87D67WHzuTUiEEnZ2HoZklvLeS/C5l8IJEn9UH/VBD06nxQNZ"
    "wOEwUXXLlYaMUxjKtkYwYUgURYiFFE85JqmqDOZwAXD6EsxjHMYARyjlmC8AGQEIppQ8iB"
    "IKnsWIInAXYRYSGt19DTAzAhM0GSJ6JnuLSCi6w+l41w3PUvznDAWcjBEX9UXz//mvKMZp"
    "hD4hJv/5uTfCKInU372scSma/W1AuYp6UhJ9mlLEmMCAZY1lSJuKQSYYrLQQ3KOFAnwxVR"
    "K311f/ur3sqWYF2rKo90U2Ob0P1K9a+pI4kjVVeZC1MBCCFySZTVIF4zAI9T/y6tMFj0ma"
    "1xcoy9IxShGFHEWlz5vOksQMhKxIoycKOJ2hHLaoKIjQCM4SOUh6fx/N0lCODWBGHI7YWT"
    "jD0T/MLyvVDYLr94Pg5nIQBL2VgSV/R2VImKJQgC5gwimX2H/+otstAFGlPQXL5R+D3hdV"
    "AXIYFF+4QFMhYoNnJrAbRLOCAtJimmU4ZUg8EXYFVuVp0RqvpbnkLmYBNMuC5fRdXX7cxJ"
    "GikVhwY7GE36PUCsEVyU7omZXuOMETY09sVh2wqwq6B53Y6LEYPgHkq8BdpRyNEV2D3bJk"
    "BTms1auTQe7qenD58+WHCnhq3AT2W+ySmHtjTmiylojlEu6BhaMO61pZyD3ImLZcAsbFC9"
    "qNs6qke+DNmFDmLJU4KeOU5iaN19F9rcElsVgF7w2hCI/TX9HijSy/Ev3BNKwbYsasvDXN"
    "HCd0RWkxHSic59Z+eZSJdxdvjLh6+4vzm4vz15fg/TW4/e31+eASmBJNGAxheD+HNAqWwJ"
    "dPyAtSKcnrrj6avJhUS2AKxwou+V7yLcx3uIghHaNeDdVknvQ3MU2lOo1E0zuSogVgU5Ty"
    "PphTzDlKAY8RmJCJKAOYS+pniJMERS8BBCGFLAZwxBGVzxIiFi+QEh6L77PKNu28dUvKKa"
    "RIjuJz3kQvaciCvL4YJZ/KZFKFRpJLV6kbsxK160NXbujA81SPw1NBdm+77UgZp7adZSWH"
    "PqzZqW9SMh8l8B6t1XKkaC1yp2a31TFWUs6W5CtkHBxqagWxwiuXcBAtZXgxWzalkOo0Iz"
    "tB9ryK1/O9YFTPnYSE8WCCQ0qssZKi73JJV/DSClEtUfdaPBngybr1vtC9VuESGzLiQvQs"
    "+2Nf4K1qJFoNOBObVY1Ock3mz77ez5yVZsXg6p1ySE7FUBpT9bAny24G5+9+G/z72Xdfe7"
    "PYm8XeLF5nFr9GCRY65KJXYxjnz/qbTOOlWo3G8UcVBQGBVPm/YoDMeCjsVmmycgKGCLCY"
    "zNMzcKe20TtZLoYHQxEQy01kegKEgnkszF5hzxrnxaqdvM+OLE1mTUI2mLIZjJqy7GrLHo"
    "L11WzUPrGKt954FaM8wSGUnXYyyEryW1hlB7ro2ajN9m40N0l67UHc5LttUAlVA5dafmd6"
    "4fFA2kkF9IxLx9EaxjBNUdIJOSPr7LI4Efu+UME6YWdkXR12aBqjiXi7GurqFSEJgum6yJ"
    "ayYAW3oZDc16DLS8rQ1SvEu4Ds1fv3by/PryuoJSSEiZ3XvBBxxM5d2hXsgwy2Ci7oRr6Q"
    "Kcp+SF3po+wCnsB6Su0FiVfrBL4S9DriepRXWC8bSmbZBl/9OO9TNCDiPy35sYFp5BiN70"
    "Z2rMRSdGLHtmK83sAHMqOY18aCFA/7mziv5Wotjh7pIz4gwfeIAQgYx+F9/VmiDTUtaaeC"
    "tTaNNMdT5O+VhVTkkq2OAlViODp0W/TngzkOgA/zW/3TEhV6NtgSusW8c1OT9y4+7+Lbvx"
    "LTwcVXM7d3gPPPGb5XEzje21J6AIgvL4eH7VetfJQaVXP1s63XN2vqtlA6M90R3KHRCIWc"
    "3QGYRuCO8UWCxN8UgX/eCMS4WBbrVFFr+c4Kauug4mUgMi21bYyx1xofRWvE+ttQu1BDJX"
    "VLXY02nFIymdao2ZuPXBsRB/FiwmIMUdBtrGnhq21H3PFwYHWuZ8wt3QO5hIPDLYyh3G6F"
    "9qFKbGDLRa+NpIPwQS5aG84sHSxLUg6iRiHFfGEFWSHiIF5SdR9TMksjiQixOxpSCF9ksg"
    "5CaDR9K+RKMg4ipqwhS35u4e4+6hnlHYHrTz94avRAibqdnn4owB9lbsKa7emVkX3z6weU"
    "qADs9egveW9P5BNUjBWcRLQuCtsGphtN/71GHOI2oXKHaQ2vImVF+xagRjkO9ZBmAR5uA2"
    "tBkSv65QKGcS09Xnra30SNV+q1oMWnOOQzigCPIQcTuJCngSKxfqUAjsXr9ME9mnIwSzlO"
    "ygd/wN1EfDBJeqrTQhuZ8310YZ8adjLlv0AWN3HqBYJBIdQl3gPlxxDa95jLeOr+EKh7PQ"
    "CCWA4bG1hLo80dPXEpu5v3ediDlq12VpiVhdxj7bc4KoZ2fErsiMZeJ1vZUxXHFYG9u+CN"
    "D7O0TiWVxRt10axCoxL6C5mbo+lAReWfgWsCRppFELrhQp5RlxHgL4E8Y4JlIIY6wi6PiK"
    "tkb6E89fTNbLqqfO62aUul0xwlb1D/BEyBrtkpqrh0BDM70tCiw0wsMDKd0tHZdWmiU9p1"
    "6BXcR1FwDyFBwuHukz49nU9P93SImRwtVoiVZBxEDFFq6eXOJdwznXw+vwpGPp/fLvASaj"
    "TtaCYaUW+RH9fR51OH2QcJ+CCBraE7nRSJN8qMuUGci9fW46BCDFVq9DdxRDV1WyRNhFye"
    "BVeiIIwJQ5LSAZgzlIzOwB0zzTV5JrdpqJkKWkthPKUN2YHUeGKNdT15wUqjpn20YUnIkb"
    "V5aTObRl1ZfCPq9YbDZ+xvNA1bvzjrRw2rclGpzclKsZF/g1NgrpnSN/3O0RBMxc8DRC6u"
    "kkpn4pcAOZuHkKEz8FE8SpOFZthl3Ecdf7/rxm1z1epOByolZwPHfZNdslWS8VcGH9J2ob"
    "+PfUbWpVHg5r5hvOVdvex+y/Cmpjc1valpqcYsRQbXKTPV0OENKs1K1dZ2ppZU98ihBUkj"
    "pW+IumJMfcWAnonsDOQZIgoVRfwcFe8awwcEUpKi9TborjuxVnQKwzKdyZxrjepOGdAink"
    "ALbxvJMKX4wWQTbZ0MY80PMk11vXmPzFPrtBzLv8S00PUHQGrZnxCw62EKKVJX1Ft1k0l1"
    "DeQ4nGxeR02B+HCEI8zdftTQldbmytGfjdnHS2Ku5R6XS7jNGmfquxeT4IOEbBF7gBTn5+"
    "tsghOWBB2JTaDS8U3Ffik2PtYBs0z+90L81K/uqAdS2yVW07QQcXCWGovKcrgVUieuZPib"
    "QV8exoGTpfBTabbaWmcla9nBaa5NYlvMcvPbGZVvA4OrBpCncJso3PLk7JJuWY+5HeBsnW"
    "35MAdrI+BLU3sJcfELwPXt27fb0uYtcmFbXpqyfSbsQ2DGHiMP9lZeCnU3TY1zIruzZr1P"
    "Iq/R6IoQHx3QmQp+MN9QPDgDd3lyjMJb0Ad3YnsXX+IOyB+kHxmM+mBIeLwpJG6fHW1xYQ"
    "vkM9ZET0s0i4tapIQdDd6a3lcd+STbh0WE6yFig2gh4qKqSom0AqzPtJTlHGGNrFNybJWO"
    "47iHld4QrNAqRNwwfvyBRZ8r9Rj5IB85/nhQ+zBAHwa4d7v56cIAy44kmWiH1iT1t88j+r"
    "rU1lHug5uz2M4JrblH1x6mj6adE4HIkqy5ZaL8Rlh+tScXS0/7m4ibSr22kaTmMlsx8SIg"
    "tAAIIrjQ3ApS3MoERykexxzgVJEpsdgwvmLgLxnTCQY58QLGYpwzeaglJYCaD742snTvnX"
    "ajdRo4lgLhjNKx4nLk21l0Iat3zYBl2ZV5G9WjPxx0MPyRV7ksrbGoNgSwwRDIhLwN0Guy"
    "AXQG3ZDM6tx0mzk6JXqRSTrC0nHCYRJ0TWokZAeuZTZiszAU+1W3MWaEXRtlI4iTGe04L4"
    "2wC5itGOdPc4BMWfC1er627Ddp+KZGi+PvWsOW9wJPxBdWSjUE0wSGKCZJJHXvNNIaOBV6"
    "UPoAExyZ2w4gEBYrFm8TARhFUn2U0vcpmdco9HvtyVKLVz+gWe0VSpWq6VXdw1F19aezAT"
    "SXcFDPtb7fNBNwz0GDszCj9jM1k3APLO/N8t6so1sf95EHqXRMLlRq9ZbX2Z2HuXJ+nMA3"
    "XWYH6XjbK/8uVCOnCpG/GLElUPk7BWoj3hKu7cONjwEzOqvjl2xwMteinCI4LDMEtwKolH"
    "3uJEEy8er6Bs1tsbK8PPMoEZM3jmyJUxZqfyrw7JM1UxECNaxZFjmwnjXLa7TwiBPFXnFz"
    "O5N2NVMyB+gTZpzp7I3zGCdIpuPVNzjFkIGUcH2T00vlrX5ANMIhBzp8Rfqn6xzhe+3L+i"
    "ZSTIRSoeiw1kcOJLBBJtk1k1A7z7vqqpXPfS1fdwi3Ch3C0SXvi34cLgVyjiZTa39MSeyE"
    "XTE17itrB2lZzhGoEgQZCpTvxJohUrK3megOKKLjYTo7kXEytNEy608h4h51XNYg7M5uFX"
    "KOzGKhwQVDJO/7tJ7EQvRVLunncNMcDmUsfRJQJN6OdXVsqDY+ZE3sjGE/dei9K+mx4d8q"
    "vmXZUFr9ZpZpHrpSG4dgITUeUimZko+f2eEcURzGvRoqxDzpbyJDYFGniQ5ZD9sW1wzVWZ"
    "BCQVCjatUT3zKZqflGBzuuxI8V//vmxbff//j9T9/97fuf+lIdF0V5yY+blYgG23xt5kDp"
    "UquH9mFttsDjtM3FfPkUJCgdczk1XvzwwwZAfz//cPHL+YdnopZasomYBnp2XJtHL/Szik"
    "EvJpUFwqb6CaL77fPnLdAVtdaiq55VrzQVZkJd+KpM11KPcEmkqiVIRvR/IMHsiF3udeBK"
    "MGTLE8b+TMqYPnt3/kcV7ou3719VlQbZwKunjoX98n8i1S/Z"
)
