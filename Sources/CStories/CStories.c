#include "include/CStories.h"

/* #embed is of C23, and an extension before. */
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char parcel_text[] = {
#embed "../../samples/stories/late-parcel.toml"
};
static const unsigned char parcel_sound[] = {
#embed "../../samples/stories/late-parcel.opus"
};
static const unsigned char bill_text[] = {
#embed "../../samples/stories/double-bill.toml"
};
static const unsigned char bill_sound[] = {
#embed "../../samples/stories/double-bill.opus"
};
static const unsigned char house_text[] = {
#embed "../../samples/stories/cold-house.toml"
};
static const unsigned char house_sound[] = {
#embed "../../samples/stories/cold-house.opus"
};

#define STORY(name, part) \
  {name, part##_text, sizeof part##_text, part##_sound, sizeof part##_sound}

static const struct ij_story stories[] = {
  STORY("late-parcel", parcel),
  STORY("double-bill", bill),
  STORY("cold-house", house),
};

int ij_story_count(void) { return (int)(sizeof stories / sizeof *stories); }

struct ij_story ij_story_at(int number) { return stories[number]; }
